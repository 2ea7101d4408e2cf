import { InputError, type Json, type Place, parseErrorTrace, type TraceStep } from '@synod/tla';
import type { Pattern } from '../pattern.js';
import { readWhole } from '../read-pattern.js';
import type { Trace, TraceEvent } from '../trace.js';
import { brief, fieldStep } from './fields.js';
import { traceOf } from './foreign-trace.js';

/**
 * Reads an error trace that TLC wrote with `-dumpTrace json`. Its values are recognised among those of a
 * specification, since its JSON says less than a value. The module is not said: actions may come from any.
 *
 * @throws InputError if it is no such trace
 */
export function readTlcTrace(text: string, file: string): Trace {
  const place: Place = { file };
  const { states, steps } = parse(text, file);
  const observations = states.map(({ values, number }) => patterns(values, `state ${number}`, place));
  return traceOf({
    format: 'tlc',
    spec: undefined,
    initial: observations[0] ?? new Map(),
    steps: steps.map((step, index) => ({
      action: actionOf(step),
      parameters: parametersOf(step, `step ${index + 1}`, place),
      state: observations[step.to - 1] ?? new Map(),
      place,
    })),
    place,
    warnings: [],
  });
}

/** What TLC calls a step whose action has no name of its own says nothing. */
function actionOf({ action }: TraceStep): string | undefined {
  return action === 'UnnamedAction' || !/^[\w!]+$/.test(action) ? undefined : action;
}

function parametersOf(step: TraceStep, field: string, place: Place): TraceEvent['parameters'] {
  const known = step.parameters.filter((name) => Object.hasOwn(step.arguments, name));
  if (actionOf(step) === undefined || known.length === 0) return undefined;
  const values = Object.fromEntries(known.map((name) => [name, step.arguments[name] as Json]));
  return { by: 'name', values: patterns(values, field, place) };
}

function patterns(
  values: { readonly [name: string]: Json },
  field: string,
  place: Place,
): ReadonlyMap<string, Pattern> {
  return new Map(
    Object.entries(values).map(([name, json]): [string, Pattern] => {
      // What cannot be a value at all is refused here, as it is elsewhere.
      readWhole(json, fieldStep(field, name), place);
      return [name, { type: 'resembles', json }];
    }),
  );
}

function parse(text: string, file: string): ReturnType<typeof parseErrorTrace> {
  try {
    return parseErrorTrace(text, file);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, brief(error.message), error.place, { cause: error });
  }
}
