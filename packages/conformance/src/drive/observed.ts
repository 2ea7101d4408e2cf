import { InputError, type Json } from '@synod/tla';
import type { JsonValues } from '../behaviour/behaviour-trace.js';
import { Binder, type Check } from '../trace/bind.js';
import type { Pattern } from '../trace/pattern.js';
import { readPattern } from '../trace/read-pattern.js';
import type { StateSpace } from '../trace/space.js';
import { plainJson } from './plain-json.js';

/** What an adapter showed at one time. */
export interface Seen {
  readonly json: JsonValues;
  readonly checks: readonly Check[];
  /** The same for what says the same. */
  text(): string;
}

/** Reads what adapters show, in the words of a space. */
export interface Observer {
  /** @throws InputError for what is no JSON of a trace's `state`, and for a variable that the space does not have */
  read(shown: unknown): Seen;
  /** The variables that were shown so far. */
  readonly variables: ReadonlySet<string>;
}

/** What comes often is read once: so many of them are kept. */
const mostKept = 10_000;

export function observer(space: StateSpace): Observer {
  const binder = new Binder(space, { format: 'synod' });
  const variables = new Set<string>();
  const kept = new Map<string, Seen>();
  return {
    variables,
    read(shown) {
      const json = plainJson(shown, 'observe()');
      if (typeof json !== 'object' || json === null || Array.isArray(json)) {
        const message = 'observe() must give an object with the values of variables, all or some of them.';
        throw new InputError('observe', message);
      }
      const name = JSON.stringify(json);
      const known = kept.get(name);
      if (known !== undefined) return known;
      const seen = read(binder, json as JsonValues);
      for (const variable of Object.keys(json)) variables.add(variable);
      if (kept.size >= mostKept) kept.clear();
      kept.set(name, seen);
      return seen;
    },
  };
}

function read(binder: Binder, json: JsonValues): Seen {
  const patterns = Object.entries(json).map(
    ([name, value]) => [name, readPattern(value, `observe().${name}`, {})] as const,
  );
  const checks = binder.observation(new Map(patterns), {}, 'observe()');
  const text = (): string =>
    JSON.stringify(patterns.map(([name, pattern]) => [name, textOf(pattern)]).toSorted(byName));
  return { json, checks, text };
}

/** What a pattern says, whatever order it was written in. */
function textOf(pattern: Pattern): Json {
  if (pattern.type === 'whole') return pattern.key;
  if (pattern.type === 'resembles') return pattern.json;
  if (pattern.type === 'contains')
    return pattern.elements.map((one) => JSON.stringify(textOf(one))).toSorted();
  return pattern.entries.map((entry) => [entry.key, textOf(entry.pattern)]).toSorted(byName);
}

function byName(one: Json, other: Json): number {
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}
