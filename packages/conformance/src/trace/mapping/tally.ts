import { InputError, type Json, type Place } from '@synod/tla';
import { shown } from '../read/fields.js';
import type { Line } from '../read/lines.js';
import { oneLine } from './mapping-place.js';
import { fieldNames } from './path.js';
import type { Mapping } from './read-mapping.js';
import { longestText } from './regex.js';
import { matchRule, type Rule, whyNot } from './rule.js';

/** Counts what a mapping makes of the lines of a log. */
export interface LogTally {
  /** A line that is not JSON. */
  other(line: Line): void;
  /** A line that no rule fits. */
  unmatched(json: Json, place: Place): void;
  /** A line with a text on which no regular expression is run. */
  tooLong(place: Place): void;
  /** A line that a rule fits. */
  fits(rule: Rule, json: Json): void;
  /**
   * What was passed over, in sentences for a person.
   *
   * @throws InputError if no line is an event
   */
  finish(): readonly string[];
}

/** Some lines: how many, and the first of them. */
interface Some {
  count: number;
  first: number | undefined;
}

/** A tally for one log. */
export function logTally(mapping: Mapping, file: string): LogTally {
  const [others, unmatched, long]: [Some, Some, Some] = [some(), some(), some()];
  const used = new Set<Rule>();
  let example: Json | undefined;
  return {
    other: ({ place }) => add(others, place),
    unmatched(json, place) {
      add(unmatched, place);
      example ??= json;
    },
    tooLong: (place) => add(long, place),
    fits(rule, json) {
      if (rule.ignore) example ??= json;
      used.add(rule);
    },
    finish() {
      const events = mapping.rules.filter((rule) => !rule.ignore);
      if (used.size + unmatched.count + others.count === 0) {
        throw new InputError('empty', 'the file is empty: expected is a log of JSON lines.', { file });
      }
      if (!events.some((rule) => used.has(rule))) {
        throw new InputError('mapping-fits-nothing', oneLine(nothing(mapping, file, example)), {
          file: mapping.file,
        });
      }
      const idle = events.filter((rule) => !used.has(rule)).map(({ title }) => title);
      return [
        others.count > 0 && `${file}: ${lines(others)} not JSON and left out`,
        unmatched.count > 0 &&
          `${file}: ${lines(unmatched)} left out, as no rule of ${mapping.file} fits: end it with {"ignore": true} if that is meant`,
        long.count > 0 &&
          `${file}: ${lines(long)} held to fit no regular expression, for a text of more than ${longestText} characters`,
        idle.length > 0 && `${file}: no line fits ${idle.join(', ')} of ${mapping.file}`,
      ].filter((warning) => warning !== false);
    },
  };
}

/** Why no line is an event: what the first one has, and what the first rule asks for. */
function nothing({ rules }: Mapping, file: string, example: Json | undefined): string {
  if (example === undefined) return `no line of ${file} is an event by this mapping: none is JSON.`;
  const has =
    typeof example === 'object' && example !== null ? `has ${fieldNames(example)}` : `is ${shown(example)}`;
  const rule = rules.find(({ ignore }) => !ignore);
  const match = rule && matchRule(rule, example);
  const why =
    rule && match?.type === 'not'
      ? whyNot(rule, match.condition, example)
      : 'a rule that ignores it stands before all others';
  return `no line of ${file} is an event by this mapping: its first line ${has}; ${why}. Check the paths and values of "when".`;
}

const some = (): Some => ({ count: 0, first: undefined });

function add(to: Some, { line }: Place): void {
  to.count += 1;
  to.first ??= line;
}

/** `3 lines (the first is 17) were`. */
function lines({ count, first }: Some): string {
  return count === 1 ? `line ${first} was` : `${count} lines (the first is ${first}) were`;
}
