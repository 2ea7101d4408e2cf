import { InputError, isTuple, key, type Place, set, TlaSet, type TlaValue } from '@synod/tla';
import type { Pattern } from '../pattern.js';
import { readWhole } from '../read-pattern.js';
import type { Observation, Trace, TraceHeader } from '../trace.js';
import { fieldText, printable } from './fields.js';
import { type FindPosition, logPositions } from './log-positions.js';
import { mergePatterns } from './merge-patterns.js';

/**
 * The traces of several files as one execution. Their headers must agree on `spec`, `constants` and `order`, which is
 * not `"total"`. What they hide is hidden in the whole; what they say of the initial state is said together. A process
 * may have logged to several of them: its log is joined by `seq`.
 *
 * @param traces as `readTrace` gives them when it is told that they are parts
 * @throws InputError that names two files, for headers that do not fit together, for a `seq` that is missing or there
 *   twice, and for clocks that do not rise
 */
export function joinTraces(traces: readonly Trace[]): Trace {
  const [first, ...others] = traces;
  if (first === undefined) throw new InputError('no-files', 'There are no traces to be joined.');
  for (const { header: part } of others) checkAgreement(first.header, part);
  const events = traces.flatMap((trace) => trace.events);
  const find: FindPosition = (process, seq) =>
    events.find((event) => event.process === process && event.seq === seq)?.place;
  const positions = logPositions(first.header.order, find);
  for (const event of events) positions.add(event);
  positions.finish();
  const models = new Set(traces.flatMap((trace) => trace.header.model ?? []));
  // Files that name several name none.
  return {
    header: {
      ...first.header,
      model: models.size === 1 ? [...models][0] : undefined,
      init: joinInit(traces),
      hidden: [...new Set(traces.flatMap((trace) => trace.header.hidden))],
    },
    events,
    warnings: traces.flatMap((trace) => trace.warnings),
  };
}

function checkAgreement(whole: TraceHeader, part: TraceHeader): void {
  const { place } = part;
  const other = fileOf(whole);
  const agree = 'files that are one execution agree on it';
  if (part.order !== whole.order) {
    throw disagreement(
      ['order'],
      `it is "${part.order}" here and "${whole.order}" in ${other}; ${agree}`,
      place,
    );
  }
  if (part.order === 'total') {
    const message = `with "total", nothing says which step of this file and of ${other} came first: files that are one execution need "clock" or "interval"`;
    throw disagreement(['order'], message, place);
  }
  const [here, there] = [part.spec, whole.spec].map((spec) => printable(spec ?? 'not given'));
  if (here !== there)
    throw disagreement(['spec'], `it is ${here} here and ${there} in ${other}; ${agree}`, place);
  for (const name of new Set([...whole.constants.keys(), ...part.constants.keys()])) {
    const [value, before] = [constantText(part, name), constantText(whole, name)];
    if (value === before) continue;
    const message = `it is ${printable(value)} here and ${printable(before)} in ${other}; ${agree}`;
    throw disagreement(['constants', name], message, place);
  }
}

function fileOf({ place }: TraceHeader): string {
  return place.file ?? 'the other file';
}

function constantText({ constants, place }: TraceHeader, name: string): string {
  const value = constants.get(name);
  return value === undefined
    ? 'not given'
    : key(asSets(readWhole(value, fieldText(['constants', name]), place)));
}

/** In constants, an array may stand for a set, whose elements come in any order. */
function asSets(value: TlaValue): TlaValue {
  if (value instanceof TlaSet) return set(value.elements.map(asSets));
  return isTuple(value) ? set(value.map(asSets)) : value;
}

/** What the files say of the initial state, all of it. */
function joinInit(traces: readonly Trace[]): Observation {
  const joined = new Map<string, Pattern>();
  traces.forEach(({ header: { init, place } }, index) => {
    for (const [name, pattern] of init) {
      const before = joined.get(name);
      const both = before === undefined ? pattern : mergePatterns(before, pattern);
      if (both === undefined) {
        const other = traces
          .slice(0, index)
          .findLast(({ header }) => contradicts(header.init.get(name), pattern));
        const file = other?.header.place.file ?? 'what the files before';
        throw disagreement(['init', name], `it contradicts ${file}`, place);
      }
      joined.set(name, both);
    }
  });
  return joined;
}

function contradicts(one: Pattern | undefined, other: Pattern): boolean {
  return one !== undefined && mergePatterns(one, other) === undefined;
}

function disagreement(field: readonly string[], message: string, place: Place): InputError {
  return new InputError('together', `${fieldText(field)}: ${message}.`, place);
}
