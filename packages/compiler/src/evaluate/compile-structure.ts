import type { TlaValue } from '@synod/tla';
import type { Except, Listing, RecordLike } from '../parse/syntax.js';
import type { Code, Compile, Environment } from './code.js';
import { bind, findLocal } from './environment.js';
import type { Frame } from './frame.js';
import { recordSet, update } from './functions.js';
import { productOf, setOf } from './sets.js';
import { concrete, type Value } from './value.js';

/** `{a, b}`, `<<a, b>>`, `A \X B` */
export function compileListing(expression: Listing, environment: Environment, compile: Compile): Code {
  const { span } = expression;
  const runs = expression.elements.map((element) => compile(element, environment).run);
  const values = (frame: Frame): TlaValue[] => runs.map((run) => concrete(run(frame), span));
  switch (expression.type) {
    case 'set':
      return { expression, run: (frame) => setOf(values(frame), span) };
    case 'tuple':
      return { expression, run: values };
    case 'product':
    default:
      return {
        expression,
        run: (frame) =>
          productOf(
            span,
            runs.map((run) => run(frame)),
          ),
      };
  }
}

/** `[a |-> e]` and `[a : S]` */
export function compileRecord(expression: RecordLike, environment: Environment, compile: Compile): Code {
  const { span } = expression;
  const fields = expression.fields.map(({ name, value }) => ({ name, run: compile(value, environment).run }));
  if (expression.type === 'recordSet') {
    return {
      expression,
      run: (frame) =>
        recordSet(
          span,
          fields.map(({ name, run }) => ({ name, value: run(frame) })),
        ),
    };
  }
  return {
    expression,
    run: (frame) => Object.fromEntries(fields.map(({ name, run }) => [name, concrete(run(frame), span)])),
  };
}

/** `[f EXCEPT !.a[b] = e]`: one update after the other, each on what the ones before left. */
export function compileExcept(expression: Except, environment: Environment, compile: Compile): Code {
  const { span } = expression;
  const f = compile(expression.function, environment);
  const updates = expression.updates.map(({ path, value }) => {
    const { environment: inner, slot } = bind(environment, '@', 'value');
    const old = findLocal(inner, '@');
    return {
      path: path.map((step) => compile(step, environment)),
      value: compile(value, { ...inner, names: environment.names, old }),
      slot,
    };
  });
  const change = (
    frame: Frame,
    whole: Value,
    index: number,
    { path, value, slot }: (typeof updates)[number],
  ): TlaValue => {
    const step = path[index];
    if (step === undefined) {
      frame.slots[slot] = whole;
      return concrete(value.run(frame), span);
    }
    const argument = concrete(step.run(frame), span);
    return update(whole, argument, (old) => change(frame, old, index + 1, { path, value, slot }), span);
  };
  return {
    expression,
    run: (frame) => updates.reduce<Value>((whole, one) => change(frame, whole, 0, one), f.run(frame)),
  };
}
