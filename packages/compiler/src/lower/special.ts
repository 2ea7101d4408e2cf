import { InputError } from '@synod/tla';
import { arityError } from '../evaluate/compile-util.js';
import { unsupportedAt } from '../parse/node.js';
import { type Application, type Expression, placeOf, type Span } from '../parse/syntax.js';
import { lookUp } from '../resolve/look-up.js';
import { findName, lowerIn, type Place, topOf } from './context.js';
import type { Ir } from './ir.js';

/** The operators of the language itself that are builtins. */
export const languageOperators: ReadonlySet<string> = new Set(
  'BOOLEAN STRING = # \\in \\notin \\subseteq \\cup \\cap \\ SUBSET UNION DOMAIN ~ <=> =>'.split(' '),
);

/** Operators that have a meaning of their own here; undefined if the name is none of these. */
export function lowerSpecial(expression: Application, place: Place, primed: boolean): Ir | undefined {
  const { name, span, arguments: operands } = expression;
  const [operand] = operands;
  const one = (): Expression => {
    if (operand === undefined || operands.length !== 1) throw arityError(span, 1, operands.length);
    return operand;
  };
  switch (name) {
    case "'":
      if (primed) throw primedTwice(span);
      return lowerIn(place, one(), true);
    case 'UNCHANGED':
      if (primed) throw primedTwice(span);
      return unchanged(one(), place, span);
    case 'ENABLED':
    case '[]':
    case '<>':
    case '~>':
    case '-+->':
    case '\\cdot':
      throw unsupportedAt(`the value of \`${name}\``, span);
    case 'Real':
      throw unsupportedAt('the set of real numbers', span);
    default:
      return undefined;
  }
}

export function primedTwice(span: Span): InputError {
  const message = `\`${span.text}\` is primed, and has a prime in it already: there is only one next state`;
  return new InputError('tla-level', message, placeOf(span));
}

/** `UNCHANGED e`: for each component of a tuple, also of one that is defined, `x' = x`. */
export function unchanged(operand: Expression, place: Place, span: Span): Ir {
  const items = componentsOf(operand, place).map(
    ({ expression, there }): Ir => ({
      op: 'builtin',
      name: '=',
      arguments: [lowerIn(there, expression, true), lowerIn(there, expression, false)],
      span: expression.span,
    }),
  );
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { op: 'and', items, span };
}

interface Component {
  readonly expression: Expression;
  readonly there: Place;
}

function componentsOf(expression: Expression, place: Place): readonly Component[] {
  if (expression.type === 'tuple') {
    return expression.elements.flatMap((element) => componentsOf(element, place));
  }
  const [only] = expression.type === 'apply' && expression.arguments.length === 0 ? [expression] : [];
  const meaning = only?.path.length === 0 ? findName(place, only.name) : undefined;
  if (meaning?.type === 'delayed' && (meaning.definition?.parameters ?? []).length === 0) {
    const found = componentsOf(meaning.expression, meaning.place());
    if (found.length !== 1) return found;
  }
  if (only !== undefined && meaning === undefined) {
    const entity = lookUp(only, place.scope);
    const inner =
      entity?.type === 'definition' && entity.definition.parameters.length === 0
        ? entity.definition.body
        : entity?.type === 'substituted'
          ? entity.expression
          : undefined;
    if (inner !== undefined && entity !== undefined && 'scope' in entity) {
      const found = componentsOf(inner, topOf(place.context, entity.scope));
      if (found.length !== 1) return found;
    }
  }
  return [{ expression, there: place }];
}
