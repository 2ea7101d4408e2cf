import { InputError, type Json, type Place } from '@synod/tla';
import { type Line, readLines } from '../read/lines.js';
import type { TraceSource } from '../read/stream-trace.js';
import { Absent, type Filling } from './filling.js';
import type { Mapping } from './read-mapping.js';
import { eventOf, type Groups, matchRule, type Rule } from './rule.js';
import { type LogTally, logTally } from './tally.js';

/** A log, and what it is called in messages. */
export interface LogSource extends TraceSource {
  /** How many events of each process were counted in files read before, of one execution: this goes on with them. */
  readonly counts?: Map<string, number> | undefined;
}

/** An event that a line of a log is, as JSON of the trace format. */
export interface MappedLine {
  readonly json: { readonly [field: string]: Json };
  readonly rule: Rule;
  readonly place: Place;
}

/** A log as a trace in JSON. */
export interface MappedLog {
  readonly header: { readonly [field: string]: Json };
  /** The events, each as soon as its line has ended; to be gone through once. */
  readonly lines: AsyncIterable<MappedLine>;
  /** What was passed over; known when all lines have been gone through. */
  readonly warnings: readonly string[];
}

/**
 * Makes the lines of a log into those of a trace: each is the event of the first rule that fits it, or none.
 *
 * @throws InputError, while the lines are gone through, for a line that lacks what its rule takes; at the end, if
 *   no line is an event
 */
export function mapLog(mapping: Mapping, source: LogSource): MappedLog {
  const warnings: string[] = [];
  return { header: mapping.headerLine, lines: mapLines(mapping, source, warnings), warnings };
}

async function* mapLines(
  mapping: Mapping,
  source: LogSource,
  warnings: string[],
): AsyncGenerator<MappedLine> {
  const { file } = source;
  const counts = source.counts ?? new Map<string, number>();
  const tally = logTally(mapping, file);
  for await (const line of readLines(source.chunks, file)) {
    const json = parse(line, mapping, tally);
    const found = json === undefined ? undefined : firstFitting(mapping.rules, json, line.place, tally);
    if (json === undefined || found === undefined || found.rule.ignore) continue;
    const { rule, groups } = found;
    const event = eventOf(rule, fillingOf(mapping, json, groups), { file: mapping.file, place: line.place });
    yield { json: rule.counted ? counted(event, counts) : event, rule, place: line.place };
  }
  warnings.push(...tally.finish());
}

function parse(line: Line, { otherLines, file }: Mapping, tally: LogTally): Json | undefined {
  try {
    return JSON.parse(line.text) as Json;
  } catch (cause) {
    // The last line without a newline was cut while it was written.
    if (otherLines === 'refuse' && !line.open) {
      const message = `this line is not JSON, and "otherLines" of ${file} refuses such: take it out of the log, or that out of the mapping.`;
      throw new InputError('json', message, line.place, { cause });
    }
    tally.other(line);
    return undefined;
  }
}

function firstFitting(
  rules: readonly Rule[],
  json: Json,
  place: Place,
  tally: LogTally,
): { readonly rule: Rule; readonly groups: Groups } | undefined {
  for (const rule of rules) {
    const match = matchRule(rule, json);
    if (match.type === 'fits') {
      tally.fits(rule, json);
      return { rule, groups: match.groups };
    }
    if (match.tooLong) tally.tooLong(place);
  }
  tally.unmatched(json, place);
  return undefined;
}

function fillingOf({ names, file: _ }: Mapping, line: Json, groups: Groups): Filling {
  const filling: Filling = {
    line,
    element: line,
    name(name) {
      const template = names.get(name);
      if (template !== undefined) return template(filling);
      return groups.get(name) ?? new Absent(`the group ${name} has found nothing`, false);
    },
  };
  return filling;
}

/** The event with the number of those before it of its process. */
function counted(
  event: { readonly [field: string]: Json },
  counts: Map<string, number>,
): { readonly [field: string]: Json } {
  const { process = '' } = event;
  const name = typeof process === 'string' ? process : '';
  const seq = counts.get(name) ?? 0;
  counts.set(name, seq + 1);
  return { ...event, seq };
}
