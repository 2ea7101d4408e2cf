import type { Pattern, Trace } from '@synod/conformance';
import { isTuple, TlaFunction, TlaSet, type TlaValue } from '@synod/tla';

/** The largest integer that a trace speaks of, at least 0: no ballot that it needs by name is larger. */
export function largestInteger({ header, events }: Trace): number {
  let largest = 0;
  const look = (patterns: Iterable<Pattern>): void => {
    for (const pattern of patterns) largest = Math.max(largest, largestIn(pattern));
  };
  look(header.init.values());
  for (const { parameters, state, derived } of events) {
    if (parameters !== undefined) look(parameters.values.values());
    look(state.values());
    look(derived.values());
  }
  return largest;
}

function largestIn(pattern: Pattern): number {
  switch (pattern.type) {
    case 'whole':
      return largestValue(pattern.value);
    case 'at':
      return Math.max(
        0,
        ...pattern.entries.map((entry) => Math.max(largestValue(entry.argument), largestIn(entry.pattern))),
      );
    case 'contains':
      return Math.max(0, ...pattern.elements.map(largestIn));
    case 'resembles':
      return largestJson(pattern.json);
  }
}

function largestValue(value: TlaValue): number {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return 0;
  if (value instanceof TlaSet) return Math.max(0, ...value.elements.map(largestValue));
  if (value instanceof TlaFunction) return Math.max(0, ...value.values.map(largestValue));
  return Math.max(0, ...(isTuple(value) ? value : Object.values(value)).map(largestValue));
}

function largestJson(json: unknown): number {
  if (typeof json === 'number') return json;
  if (typeof json !== 'object' || json === null) return 0;
  return Math.max(0, ...Object.values(json).map(largestJson));
}
