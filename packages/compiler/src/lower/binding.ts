import { unsupportedAt } from '../parse/node.js';
import type { Bound, Choose, Comprehension, Filter, Let, Quantifier } from '../parse/syntax.js';
import { lowerIn, newLocal, type Place, withName } from './context.js';
import { letOf, withDefinitions } from './delayed.js';
import type { Ir, IrBound, IrDefinition } from './ir.js';

/** What binds names to elements of sets. */
export function lowerBinding(
  expression: Quantifier | Choose | Filter | Comprehension,
  place: Place,
  primed: boolean,
): Ir {
  const { span } = expression;
  if (expression.type === 'choose' || expression.type === 'filter') {
    if (expression.bound === undefined) throw unsupportedAt('CHOOSE without a set', span);
    const { bounds, inner } = lowerBounds([expression.bound], place, primed);
    const body = lowerIn(inner, expression.body, primed);
    return { op: expression.type, bound: bounds[0] as IrBound, body, span };
  }
  const { bounds, inner } = lowerBounds(expression.bounds, place, primed);
  const body = lowerIn(inner, expression.body, primed);
  switch (expression.type) {
    case 'all':
      return { op: 'forall', bounds, body, span };
    case 'exists':
      return { op: 'exists', bounds, body, span };
    case 'map':
      return { op: 'map', bounds, body, span };
    case 'function':
    default:
      return { op: 'function', bounds, body, self: undefined, span };
  }
}

/** The sets do not see the variables that are bound. */
export function lowerBounds(
  bounds: readonly Bound[],
  place: Place,
  primed: boolean,
): { readonly bounds: readonly IrBound[]; readonly inner: Place } {
  let inner = place;
  const lowered = bounds.map(({ names, tuple, set, span }): IrBound => {
    const locals = names.map((name) => {
      const local = newLocal(place.context, name);
      inner = withName(inner, name, { type: 'local', local });
      return local;
    });
    return { locals, tuple, set: lowerIn(place, set, primed), span };
  });
  return { bounds: lowered, inner };
}

/** Of the definitions of a LET, those that are used are kept. */
export function lowerLet(expression: Let, place: Place, primed: boolean): Ir {
  const used: IrDefinition[] = [];
  const inner = withDefinitions(expression.definitions, place, used);
  return letOf(used, lowerIn(inner, expression.body, primed), expression.span);
}
