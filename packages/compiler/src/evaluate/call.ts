import type { Application, Expression } from '../parse/syntax.js';
import type { Code, Compile, Environment, Operator } from './code.js';
import { arityError } from './compile-util.js';
import { findLocal, frameOf } from './environment.js';
import { Cell, type Frame, type Slot } from './frame.js';
import { operatorArgument } from './operator-value.js';

/** `Op(a, b)`: a frame with the arguments, and the body in it. */
export function compileCall(
  expression: Application,
  operator: Operator,
  outer: (frame: Frame) => Frame | undefined,
  environment: Environment,
  compile: Compile,
): Code {
  const { parameters, layout } = operator;
  if (expression.arguments.length !== parameters.length) {
    throw arityError(expression.span, parameters.length, expression.arguments.length);
  }
  const supplies = expression.arguments.map((argument, index) => {
    const arity = parameters[index]?.arity ?? 0;
    if (arity > 0) return operatorArgument(argument, arity, environment, compile);
    return supply(argument, environment, compile);
  });
  const enter = (frame: Frame): Frame => {
    // The size of the layout is known only when the body is compiled.
    operator.body();
    const slots = new Array<Slot>(layout.size);
    for (let i = 0; i < supplies.length; i++) slots[i] = (supplies[i] as (frame: Frame) => Slot)(frame);
    return { slots, parent: outer(frame) };
  };
  return {
    expression,
    shape: { type: 'call', operator, enter },
    run: (frame) => operator.body().run(enter(frame)),
  };
}

/** An argument: its value where that is at hand, else a cell that will evaluate it. */
function supply(argument: Expression, environment: Environment, compile: Compile): (frame: Frame) => Slot {
  const { run } = compile(argument, environment);
  if (argument.type === 'literal') return run;
  const local =
    argument.type === 'apply' && argument.path.length === 0
      ? findLocal(environment, argument.name)
      : undefined;
  if (local?.type === 'value') return run;
  if (local?.type === 'cell') {
    const frameOfLocal = frameOf(environment, local);
    return (frame) => frameOfLocal(frame).slots[local.slot];
  }
  const { machine } = environment.program;
  return (frame) => new Cell(machine, run, frame);
}
