import { InputError, type SynodError } from '@synod/tla';
import { unsupportedAt } from '../parse/node.js';
import { type Expression, placeOf, type Span } from '../parse/syntax.js';
import type { Code, Environment, Local } from './code.js';
import { frameOf } from './environment.js';
import { Cell } from './frame.js';
import type { Value } from './value.js';

export function constantCode(expression: Expression, value: Value): Code {
  return { expression, run: () => value };
}

/** Code for what can be read but not evaluated: the error comes when it is run, so that a module may contain it. */
export function refuse(expression: Expression, error: SynodError): Code {
  return {
    expression,
    run: () => {
      throw error;
    },
  };
}

/** Code that reads a local that holds a value. */
export function valueOf(expression: Expression, local: Local | undefined, environment: Environment): Code {
  if (local === undefined) {
    return refuse(expression, unsupportedAt('`@` outside of EXCEPT', expression.span));
  }
  if (local.type === 'operator' || local.type === 'defined') {
    throw arityError(
      expression.span,
      local.type === 'operator' ? local.arity : local.operator.parameters.length,
      0,
    );
  }
  const { slot, type } = local;
  const frameOfLocal = frameOf(environment, local);
  if (type === 'value') {
    if (environment.layout === local.layout)
      return { expression, run: (frame) => frame.slots[slot] as Value };
    return { expression, run: (frame) => frameOfLocal(frame).slots[slot] as Value };
  }
  return {
    expression,
    run: (frame) => {
      const held = frameOfLocal(frame).slots[slot];
      return held instanceof Cell ? held.get() : (held as Value);
    },
  };
}

/** An operator applied to another number of arguments than it has parameters. */
export function arityError(span: Span, expected: number, given: number): InputError {
  const ofInstance = /^\w+\([^)]*\)!\S+/.exec(span.text)?.[0];
  const text = ofInstance ?? span.text.split(/[(\s]/, 1)[0] ?? '';
  const what = `${expected} argument${expected === 1 ? '' : 's'}`;
  const counted = ofInstance === undefined ? '' : ' those of its instances included,';
  return new InputError('tla-arity', `\`${text}\` takes ${what},${counted} not ${given}`, placeOf(span));
}
