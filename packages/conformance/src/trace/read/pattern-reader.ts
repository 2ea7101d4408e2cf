import type { Json, Place } from '@synod/tla';
import type { Pattern } from '../pattern.js';
import { readPattern } from '../read-pattern.js';
import type { Observation } from '../trace.js';
import { fieldStep } from './fields.js';

/** Reads what the lines of one file say of values. */
export interface PatternReader {
  /** Reads a value that stands in this field of a line, under this name or at this index. */
  pattern(json: Json, field: string, step: PropertyKey, place: Place): Pattern;
  /** Reads values by their names. */
  observation(values: Values | undefined, field: string, place: Place): Observation;
}

interface Values {
  readonly [name: string]: unknown;
}

/** Longer values hardly ever occur twice. */
const longest = 1000;

/** How many values are kept at most. */
const mostKept = 50_000;

const nothing: Observation = new Map();

/** Logs say the same of values again and again: what has been said before is the same object, and read only once. */
export function patternReader(): PatternReader {
  const known = new Map<unknown, Pattern>();
  const pattern: PatternReader['pattern'] = (json, field, step, place) => {
    const text = memoKey(json);
    const before = text === undefined ? undefined : known.get(text);
    if (before !== undefined) return before;
    const read = readPattern(json, fieldStep(field, step), place);
    if (text === undefined) return read;
    // What recurs is soon there again.
    if (known.size >= mostKept) known.clear();
    known.set(text, read);
    return read;
  };
  return {
    pattern,
    observation(values, field, place) {
      if (values === undefined) return nothing;
      const observation = new Map<string, Pattern>();
      for (const name of Object.keys(values)) {
        observation.set(name, pattern(values[name] as Json, field, name, place));
      }
      return observation;
    },
  };
}

/** What two values that say the same have in common. Nothing if a value is not to be kept. */
function memoKey(json: Json): unknown {
  // Texts of arrays and objects begin with a bracket, so that no string that is kept may.
  if (typeof json === 'string') return json.length > longest || /^[[{]/.test(json) ? undefined : json;
  if (typeof json !== 'object' || json === null) return json ?? undefined;
  try {
    const text = JSON.stringify(json);
    return text.length > longest ? undefined : text;
  } catch {
    // It is nested too deep, and will be refused.
    return undefined;
  }
}
