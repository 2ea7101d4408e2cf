import { InputError } from '@synod/tla';
import { arityError } from '../evaluate/compile-util.js';
import { type Expression, placeOf, type Span } from '../parse/syntax.js';
import { actionName } from '../resolve/scope.js';
import {
  type Expansion,
  findName,
  lowerIn,
  type Meaning,
  type Operator,
  type Place,
  type Use,
  withName,
} from './context.js';
import { delayed, letOf } from './delayed.js';
import { mentionsPrimed } from './free.js';
import type { Ir, IrDefinition } from './ir.js';
import { RecursiveExpansion, recursion, recursiveUse, specialise } from './specialise.js';

/** Writes the body of a definition out, with its arguments in a LET. */
export function expand(use: Use): Ir {
  const { definition, operands, here, span, primed } = use;
  const operators = definition.parameters.map(({ arity }, index) =>
    arity > 0 ? operatorOf(operands[index] as Expression, arity, here) : undefined,
  );
  const outer = here.within.filter((expansion) => expansion.definition === definition);
  const same = outer.find(
    (expansion) =>
      expansion.primed === primed &&
      expansion.operators.every((operator, index) => operator === operators[index]),
  );
  if (same !== undefined) return recursiveUse(same, use);
  if (outer.length > deepest) throw recursion(definition, span);
  const expansion: Expansion = { definition, operators, primed, special: undefined };
  try {
    return expandOnce(use, expansion);
  } catch (error) {
    if (!(error instanceof RecursiveExpansion) || error.of !== expansion) throw error;
    return specialise(use, expansion);
  }
}

/** Expansions of one definition within each other, each with other operators. */
const deepest = 20;

function expandOnce({ definition, there, operands, here, span, primed }: Use, expansion: Expansion): Ir {
  const used: IrDefinition[] = [];
  let place: Place = { ...there, within: [...here.within, expansion] };
  definition.parameters.forEach(({ name }, index) => {
    const operator = expansion.operators[index];
    const meaning: Meaning =
      operator === undefined
        ? delayed(name, operands[index] as Expression, here, used)
        : { type: 'operator', operator };
    place = withName(place, name, meaning);
  });
  const body = lowerIn(place, definition.body, primed);
  if (primed || !mentionsPrimed(body) || expansion.operators.some((operator) => operator !== undefined)) {
    return letOf(used, body, span);
  }
  // It may be an action, which gives its name to steps.
  const formals = definition.parameters.map(({ name }) => name);
  const given = operands.map((operand) => lowerIn(here, operand, false));
  const expands = { name: actionName(definition, there.scope), formals, arguments: given };
  return { op: 'let', definitions: used, body, span, expands };
}

/** An operator as an argument: `Fold(+, s)`, `Fold(LAMBDA x, y : x + y, s)`, `Fold(Add, s)`. */
export function operatorOf(operand: Expression, arity: number, here: Place): Operator {
  const { span } = operand;
  if (operand.type === 'lambda') {
    const { parameters, body } = operand;
    if (parameters.length !== arity) throw arityError(span, arity, parameters.length);
    return {
      arity,
      apply: (_, operands, primed) => {
        let place = here;
        parameters.forEach(({ name }, index) => {
          place = withName(place, name, operands[index] as Meaning);
        });
        return lowerIn(place, body, primed);
      },
    };
  }
  if (operand.type !== 'apply' || operand.arguments.length > 0) {
    throw new InputError(
      'tla-unsupported',
      `\`${span.text}\` as an operator is not supported`,
      placeOf(span),
    );
  }
  const meaning = operand.path.length === 0 ? findName(here, operand.name) : undefined;
  if (meaning?.type === 'operator') {
    if (meaning.operator.arity !== arity) throw arityError(span, arity, meaning.operator.arity);
    return meaning.operator;
  }
  return {
    arity,
    apply: (at, operands, primed) => {
      // The operands get names that no text can have, and the operator is applied to these.
      let place = here;
      const names = operands.map((_, index) => `${index + 1}`);
      names.forEach((name, index) => {
        place = withName(place, name, operands[index] as Meaning);
      });
      const applied = names.map(
        (name): Expression => ({ type: 'apply', form: 'name', path: [], name, arguments: [], span: at }),
      );
      return lowerIn(place, { ...operand, arguments: applied }, primed);
    },
  };
}

/** `F(a)` where F is a parameter. */
export function applyOperator(
  { arity, apply }: Operator,
  operands: readonly Expression[],
  here: Place,
  span: Span,
  primed: boolean,
): Ir {
  if (operands.length !== arity) throw arityError(span, arity, operands.length);
  const used: IrDefinition[] = [];
  const meanings = operands.map((operand): Meaning => {
    const name =
      operand.type === 'apply' && operand.path.length === 0 ? findName(here, operand.name) : undefined;
    return name?.type === 'local' ? name : delayed('argument', operand, here, used);
  });
  return letOf(used, apply(span, meanings, primed), span);
}
