import type { Definition, Expression, Span } from '../parse/syntax.js';
import { type Delayed, type Place, withName } from './context.js';
import type { Ir, IrDefinition } from './ir.js';

/** An argument that is not evaluated yet. */
export function delayed(name: string, expression: Expression, place: Place, used: IrDefinition[]): Delayed {
  return { type: 'delayed', name, definition: undefined, expression, place: () => place, forms: {}, used };
}

/** The definitions of a LET, lowered where they are first used. */
export function withDefinitions(
  definitions: readonly Definition[],
  place: Place,
  used: IrDefinition[],
): Place {
  let inner = place;
  for (const definition of definitions) {
    const { name, body } = definition;
    const meaning: Delayed = {
      type: 'delayed',
      name,
      definition,
      expression: body,
      place: () => inner,
      forms: {},
      used,
    };
    inner = withName(inner, name, meaning);
  }
  return inner;
}

/** A LET of definitions that are used; without any, the body alone. */
export function letOf(definitions: readonly IrDefinition[], body: Ir, span: Span): Ir {
  return definitions.length === 0 ? body : { op: 'let', definitions, body, span };
}
