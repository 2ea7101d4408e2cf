import { describe, InputError } from '@synod/tla';
import { type JudgedTrace, judgeTrace } from '../model/judge-trace.js';
import type { Model } from '../model/model.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { TraceReport } from '../trace/report.js';
import { readInput, type TraceInput } from './trace-input.js';

/**
 * Reads an execution and holds it against a model.
 *
 * @param called what it is called where it has no file
 * @throws InputError, whose message says where, if it cannot be told: also where the opposite is expected
 */
export function judgeInput(input: TraceInput, model: Model<Vocabulary>, called: string): JudgedTrace {
  return placed(() => {
    const { name, trace } = readInput(input, model.spec, called);
    const judged = judgeTrace(trace, model, [name]);
    warn(judged.report);
    return judged;
  });
}

/** Puts where it was into the message of an error: a test runner shows nothing else of it. */
export function placed<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, describe(error), error.place, { cause: error });
  }
}

const told = new Set<string>();

/** Says once what could not be compared. */
function warn({ warnings }: TraceReport): void {
  for (const warning of warnings) {
    if (told.has(warning)) continue;
    told.add(warning);
    console.warn(`synod: warning: ${warning}`);
  }
}
