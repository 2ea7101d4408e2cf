import type { Application, Case, Conditional, Expression, Junction, StepFormula } from '../parse/syntax.js';
import type { Code, Compile, Environment } from './code.js';
import { fail, truth } from './value.js';

/** `/\` and `\/`: from left to right, and no further than needed. */
export function compileJunction(expression: Junction, environment: Environment, compile: Compile): Code {
  const items = expression.items.map((item) => compile(item, environment));
  const runs = items.map(({ run }) => run);
  const spans = items.map((item) => item.expression.span);
  const decisive = expression.type === 'disjunction';
  return {
    expression,
    shape: { type: expression.type, items },
    run: (frame) => {
      for (let i = 0; i < runs.length; i++) {
        const value = (runs[i] as Code['run'])(frame);
        if (truth(value, spans[i] as Expression['span']) === decisive) return decisive;
      }
      return !decisive;
    },
  };
}

export function compileImplication(expression: Application, operands: readonly Code[]): Code {
  const [left, right] = operands as [Code, Code];
  return {
    expression,
    shape: { type: 'implies', left, right },
    run: (frame) =>
      !truth(left.run(frame), left.expression.span) || truth(right.run(frame), right.expression.span),
  };
}

export function compileIf(expression: Conditional, environment: Environment, compile: Compile): Code {
  const condition = compile(expression.condition, environment);
  const yes = compile(expression.consequent, environment);
  const no = compile(expression.alternative, environment);
  const choose = (frame: Parameters<Code['run']>[0]): Code =>
    truth(condition.run(frame), expression.condition.span) ? yes : no;
  return { expression, shape: { type: 'branch', choose }, run: (frame) => choose(frame).run(frame) };
}

export function compileCase(expression: Case, environment: Environment, compile: Compile): Code {
  const arms = expression.arms.map(({ condition, value }) => ({
    condition: compile(condition, environment),
    value: compile(value, environment),
  }));
  const other = expression.other === undefined ? undefined : compile(expression.other, environment);
  const choose = (frame: Parameters<Code['run']>[0]): Code => {
    for (const { condition, value } of arms) {
      if (truth(condition.run(frame), condition.expression.span)) return value;
    }
    return other ?? fail(expression.span, 'none of the conditions of this CASE is true');
  };
  return { expression, shape: { type: 'branch', choose }, run: (frame) => choose(frame).run(frame) };
}

/** `[A]_v` is `A \/ UNCHANGED v`, and `<<A>>_v` is `A /\ ~ UNCHANGED v`. */
export function compileStep(expression: StepFormula, environment: Environment, compile: Compile): Code {
  const { action, subscript, span } = expression;
  const unchanged = prefix('UNCHANGED', subscript);
  const items = expression.type === 'box' ? [action, unchanged] : [action, prefix('~', unchanged)];
  const type = expression.type === 'box' ? 'disjunction' : 'conjunction';
  return compile({ type, bulleted: false, items, span }, environment);
}

function prefix(name: string, operand: Expression): Application {
  return { type: 'apply', form: 'prefix', path: [], name, arguments: [operand], span: operand.span };
}
