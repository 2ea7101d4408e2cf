import type { TlaValue } from '@synod/tla';
import type { Application } from '../parse/syntax.js';
import { mapBag } from './bags.js';
import type { Code, Compile, Environment } from './code.js';
import { arityError } from './compile-util.js';
import type { OperatorValue } from './frame.js';
import { sequence } from './functions.js';
import { operatorArgument } from './operator-value.js';
import { truth, type Value } from './value.js';

/** An operator of a standard module that takes an operator, with how many parameters that has. */
interface HigherOrder {
  readonly arity: number;
  /** Which of the two arguments it is. */
  readonly index: 0 | 1;
  readonly run: (value: Value, call: OperatorValue['call'], span: Application['span']) => Value;
}

export const higherOrder: ReadonlyMap<string, HigherOrder> = new Map<string, HigherOrder>([
  [
    'SelectSeq',
    {
      arity: 1,
      index: 1,
      run: (value, call, span) =>
        sequence(value, 'SelectSeq', span).filter((element) => truth(call([element]), span)),
    },
  ],
  [
    'SortSeq',
    {
      arity: 2,
      index: 1,
      run: (value, call, span) =>
        sorted(sequence(value, 'SortSeq', span), (left, right) => truth(call([left, right]), span)),
    },
  ],
  [
    'BagOfAll',
    { arity: 1, index: 0, run: (bag, call, span) => mapBag(span, (element) => call([element]), bag) },
  ],
]);

/** By insertion, as TLC sorts: with an operator that is no order, the result depends on how. */
function sorted(
  elements: readonly TlaValue[],
  isBefore: (left: TlaValue, right: TlaValue) => boolean,
): TlaValue[] {
  const result: TlaValue[] = [];
  for (const element of elements) {
    let at = result.length;
    while (at > 0 && isBefore(element, result[at - 1] as TlaValue)) at--;
    result.splice(at, 0, element);
  }
  return result;
}

export function compileHigherOrder(
  expression: Application,
  { arity, index, run }: HigherOrder,
  environment: Environment,
  compile: Compile,
): Code {
  const { arguments: operands, span } = expression;
  const [value, operator] = [operands[1 - index], operands[index]];
  if (value === undefined || operator === undefined || operands.length !== 2) {
    throw arityError(span, 2, operands.length);
  }
  const elements = compile(value, environment);
  const argument = operatorArgument(operator, arity, environment, compile);
  return { expression, run: (frame) => run(elements.run(frame), argument(frame).call, span) };
}
