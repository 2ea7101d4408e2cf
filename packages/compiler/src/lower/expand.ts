import { InputError } from '@synod/tla';
import { arityError } from '../evaluate/compile-util.js';
import { type Definition, type Expression, placeOf, type Span } from '../parse/syntax.js';
import { type Delayed, findName, type Meaning, type Operator, type Place, withName } from './context.js';
import { lowerExpression } from './expression.js';
import { mentionsPrimed } from './free.js';
import type { Ir, IrDefinition } from './ir.js';
import { lowerApplied } from './name.js';

/** An argument that is not evaluated yet. */
export function delayed(name: string, expression: Expression, place: Place, used: IrDefinition[]): Delayed {
  return { type: 'delayed', name, definition: undefined, expression, place: () => place, forms: {}, used };
}

/**
 * Writes the body of a definition out, with its arguments in a LET.
 *
 * @param there where the definition stands
 * @param here where its arguments stand
 */
export function expand(
  definition: Definition,
  there: Place,
  operands: readonly Expression[],
  here: Place,
  span: Span,
  primed: boolean,
): Ir {
  if (here.within.includes(definition)) {
    throw new InputError(
      'tla-unsupported',
      `\`${definition.name}\`, a recursive operator whose parameter is an operator or is primed, is not supported`,
      placeOf(span),
    );
  }
  const used: IrDefinition[] = [];
  const within = [...here.within, definition];
  let place: Place = { ...there, within };
  definition.parameters.forEach(({ name, arity }, index) => {
    const operand = operands[index] as Expression;
    const meaning: Meaning =
      arity > 0
        ? { type: 'operator', operator: operatorOf(operand, arity, here) }
        : delayed(name, operand, here, used);
    place = withName(place, name, meaning);
  });
  const body = lowerExpression(definition.body, place, primed);
  const formals = definition.parameters.map(({ name }) => name);
  if (primed || !mentionsPrimed(body) || definition.parameters.some(({ arity }) => arity > 0)) {
    return letOf(used, body, span);
  }
  // It may be an action, which gives its name to steps.
  const given = operands.map((operand) => lowerExpression(operand, here, false));
  return {
    op: 'let',
    definitions: used,
    body,
    span,
    expands: { name: definition.name, formals, arguments: given },
  };
}

export function letOf(definitions: readonly IrDefinition[], body: Ir, span: Span): Ir {
  return definitions.length === 0 ? body : { op: 'let', definitions, body, span };
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
        return lowerExpression(body, place, primed);
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
      return lowerApplied({ ...operand, arguments: applied }, place, primed);
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
  const meanings = operands.map((operand, index): Meaning => {
    const name =
      operand.type === 'apply' && operand.path.length === 0 ? findName(here, operand.name) : undefined;
    return name?.type === 'local' ? name : delayed(`${index + 1}`, operand, here, used);
  });
  return letOf(used, apply(span, meanings, primed), span);
}
