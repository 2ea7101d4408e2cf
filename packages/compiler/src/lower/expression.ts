import { InputError } from '@synod/tla';
import { unsupportedAt } from '../parse/node.js';
import {
  type Case as CaseSyntax,
  type Except as ExceptSyntax,
  type Expression,
  placeOf,
  type StepFormula,
} from '../parse/syntax.js';
import { lowerBinding, lowerLet } from './binding.js';
import { count, findName, newLocal, type Place } from './context.js';
import type { Ir } from './ir.js';
import { lowerApplied } from './name.js';
import { primedTwice, unchanged } from './special.js';

/**
 * Resolves the names of an expression and brings its primes down to its variables.
 *
 * @param primed whether the expression stands under a prime
 * @throws InputError for unknown names, wrong numbers of arguments, and what is not supported
 */
export function lowerExpression(expression: Expression, place: Place, primed: boolean): Ir {
  const lower = (inner: Expression): Ir => lowerExpression(inner, place, primed);
  const { span } = expression;
  count(place.context, span);
  switch (expression.type) {
    case 'literal':
      return { op: 'constant', value: expression.value, span };
    case 'apply':
      return lowerApplied(expression, place, primed);
    case 'conjunction':
      return { op: 'and', items: expression.items.map(lower), span };
    case 'disjunction':
      return { op: 'or', items: expression.items.map(lower), span };
    case 'all':
    case 'exists':
    case 'choose':
    case 'filter':
    case 'map':
    case 'function':
      return lowerBinding(expression, place, primed);
    case 'let':
      return lowerLet(expression, place, primed);
    case 'set':
    case 'tuple':
    case 'product':
      return { op: expression.type, elements: expression.elements.map(lower), span };
    case 'functionSet':
      return { op: 'functionSet', domain: lower(expression.domain), range: lower(expression.range), span };
    case 'record':
    case 'recordSet': {
      const fields = expression.fields.map(({ name, value }) => ({ name, value: lower(value) }));
      return { op: expression.type, fields, span };
    }
    case 'field': {
      const argument: Ir = { op: 'constant', value: expression.name, span };
      return { op: 'apply', function: lower(expression.record), argument, span };
    }
    case 'index': {
      const f = selfOf(expression.function, place) ?? lower(expression.function);
      return { op: 'apply', function: f, argument: lower(expression.argument), span };
    }
    case 'except':
      return lowerExcept(expression, place, primed);
    case 'old':
      if (place.old === undefined) throw unsupportedAt('`@` outside of EXCEPT', span);
      place.old.used = true;
      return { op: 'local', local: place.old.local, span };
    case 'if':
      return {
        op: 'if',
        condition: lower(expression.condition),
        consequent: lower(expression.consequent),
        alternative: lower(expression.alternative),
        span,
      };
    case 'case':
      return lowerCase(expression, lower);
    case 'box':
    case 'angle':
      return lowerStep(expression, place, primed);
    case 'lambda':
      throw unsupportedAt('LAMBDA other than as an argument', span);
    case 'opaque':
      throw unsupportedAt(expression.construct, span);
    default:
      throw new InputError('tla-unsupported', `\`${span.text}\` is not supported`, placeOf(span));
  }
}

function lowerCase({ arms, other, span }: CaseSyntax, lower: (inner: Expression) => Ir): Ir {
  const lowered = arms.map(({ condition, value }) => ({ condition: lower(condition), value: lower(value) }));
  return { op: 'case', arms: lowered, other: other === undefined ? undefined : lower(other), span };
}

/** A recursive function that is applied within its own definition. */
function selfOf(expression: Expression, place: Place): Ir | undefined {
  if (expression.type !== 'apply' || expression.path.length > 0 || expression.arguments.length > 0) {
    return undefined;
  }
  const meaning = findName(place, expression.name);
  if (meaning?.type !== 'self') return undefined;
  meaning.used = true;
  return { op: 'local', local: meaning.local, span: expression.span };
}

function lowerExcept(expression: ExceptSyntax, place: Place, primed: boolean): Ir {
  const updates = expression.updates.map(({ path, value }) => {
    const old = { local: newLocal(place.context, '@'), used: false };
    const lowered = lowerExpression(value, { ...place, old }, primed);
    return {
      path: path.map((step) => lowerExpression(step, place, primed)),
      old: old.used ? old.local : undefined,
      value: lowered,
    };
  });
  const { span } = expression;
  return { op: 'except', function: lowerExpression(expression.function, place, primed), updates, span };
}

/** `[A]_v` is `A \/ UNCHANGED v`, `<<A>>_v` is `A /\ ~ UNCHANGED v`. */
function lowerStep({ type, action, subscript, span }: StepFormula, place: Place, primed: boolean): Ir {
  if (primed) throw primedTwice(span);
  const step = lowerExpression(action, place, false);
  const same = unchanged(subscript, place, subscript.span);
  if (type === 'box') return { op: 'or', items: [step, same], span };
  const changed: Ir = { op: 'builtin', name: '~', arguments: [same], span: subscript.span };
  return { op: 'and', items: [step, changed], span };
}
