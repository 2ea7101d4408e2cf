import { unsupportedAt } from '../parse/node.js';
import type { Application, Expression } from '../parse/syntax.js';
import type { Code, Compile, Environment, Local } from './code.js';
import { arityError } from './compile-util.js';
import { bindParameters, findLocal, frameOf, innerEnvironment } from './environment.js';
import { Cell, type Frame, OperatorValue, type Slot } from './frame.js';
import type { Value } from './value.js';

/** `F(a)` where F is a parameter. */
export function compileOperatorParameter(
  expression: Application,
  local: Extract<Local, { type: 'operator' }>,
  environment: Environment,
  compile: Compile,
): Code {
  const { span } = expression;
  const given = expression.arguments.length;
  if (given !== local.arity) throw arityError(span, local.arity, given);
  const { machine } = environment.program;
  const runs = expression.arguments.map((argument) => compile(argument, environment).run);
  const frameOfLocal = frameOf(environment, local);
  return {
    expression,
    run: (frame) => {
      const operator = frameOfLocal(frame).slots[local.slot] as OperatorValue;
      return operator.call(runs.map((run) => new Cell(machine, run, frame)));
    },
  };
}

/** An operator as an argument: `Fold(+, s)`, `Fold(LAMBDA x, y : x + y, s)`, `Fold(Add, s)`. */
export function operatorArgument(
  argument: Expression,
  arity: number,
  environment: Environment,
  compile: Compile,
): (frame: Frame) => OperatorValue {
  const { span } = argument;
  if (argument.type === 'lambda') {
    if (argument.parameters.length !== arity) throw arityError(span, arity, argument.parameters.length);
    const { body, layout } = compileInner(
      argument.parameters.map(({ name }) => name),
      argument.body,
      environment,
      compile,
    );
    return (frame) =>
      new OperatorValue(arity, (values) => body.run({ slots: slotsFor(layout.size, values), parent: frame }));
  }
  if (argument.type !== 'apply' || argument.arguments.length > 0) {
    throw unsupportedAt(`\`${span.text}\` as an operator`, span);
  }
  const local = argument.path.length === 0 ? findLocal(environment, argument.name) : undefined;
  if (local?.type === 'operator') {
    if (local.arity !== arity) throw arityError(span, local.arity, arity);
    const frameOfLocal = frameOf(environment, local);
    return (frame) => frameOfLocal(frame).slots[local.slot] as OperatorValue;
  }
  // Any other operator is wrapped: `LAMBDA p1, p2 : Op(p1, p2)`.
  const names = Array.from({ length: arity }, (_, index) => `${index + 1}`);
  const call: Application = {
    ...argument,
    arguments: names.map((name) => ({ type: 'apply', form: 'name', path: [], name, arguments: [], span })),
  };
  const { body, layout } = compileInner(names, call, environment, compile);
  return (frame) =>
    new OperatorValue(arity, (values) => body.run({ slots: slotsFor(layout.size, values), parent: frame }));
}

function compileInner(
  names: readonly string[],
  expression: Expression,
  environment: Environment,
  compile: Compile,
): { readonly body: Code; readonly layout: Environment['layout'] } {
  const inside = innerEnvironment(environment);
  const inner = bindParameters(
    inside,
    names.map((name) => ({ name, arity: 0 })),
  );
  return { body: compile(expression, inner), layout: inside.layout };
}

function slotsFor(size: number, values: readonly (Value | Cell)[]): Slot[] {
  const slots = new Array<Slot>(size);
  values.forEach((value, index) => {
    slots[index] = value;
  });
  return slots;
}
