import { describe, expect, it } from 'vitest';
import { random } from '../../../tla/fuzz/random.js';
import { byProcessAndSeq, predecessors } from './before.js';
import { bruteForce } from './brute-force.js';
import { damage, damageBy, damages } from './damage.js';
import { type Draft, linesOfDraft, split } from './draft.js';
import { jobs } from './jobs.js';
import { type EventLine, linesOf, type TraceLines, textOf } from './lines.js';
import { randomTrace } from './random-trace.js';

const material = jobs();
const runs = Array.from({ length: 300 }, (_, run) => run);

/** The trace of a run, and what became of it. */
function drafts(run: number): { readonly good: Draft; readonly bad: Draft } {
  const chance = random(4, run);
  const good = randomTrace(material, chance);
  return { good, bad: damage(good, material, chance) };
}

/** What the trace format asks of the events of a partial order. */
function wellFormed({ header, events }: TraceLines): string | undefined {
  if (events.length === 0) return 'no events';
  for (const { action, params, state, derived } of events) {
    if (action === undefined && state === undefined && derived === undefined) return 'nothing in an event';
    if (action === undefined && params !== undefined) return 'params without an action';
  }
  for (const name of new Set(events.map(({ process }) => process))) {
    const log = events.filter((event) => event.process === name);
    const sorted = log.toSorted((one, other) => (one.seq ?? 0) - (other.seq ?? 0));
    if (name !== undefined && sorted.some(({ seq }, index) => seq !== index)) return 'a gap in seq';
    const own = sorted.map(({ clock }) => clock?.[name ?? ''] ?? 0);
    if (header.order === 'clock' && own.some((entry, index) => entry <= (own[index - 1] ?? 0))) {
      return 'an own entry that does not rise';
    }
  }
  if (events.some(({ start, end }) => (start ?? 0) > (end ?? 0))) return 'an end before its start';
  return header.order !== undefined && isCyclic(predecessors([{ header, events }], events))
    ? 'events that wait for each other'
    : undefined;
}

function isCyclic(before: readonly (readonly number[])[]): boolean {
  const taken = new Set<number>();
  for (let size = -1; size < taken.size; ) {
    size = taken.size;
    before.forEach((needed, event) => {
      if (needed.every((one) => taken.has(one))) taken.add(event);
    });
  }
  return taken.size < before.length;
}

describe('a random trace', () => {
  it('conforms, whatever it leaves unsaid and however it is ordered', () => {
    for (const run of runs) {
      const lines = linesOfDraft(drafts(run).good);
      const { conforms } = bruteForce([lines], material);
      expect(conforms, `run ${run}: ${textOf(lines)}`).toBe(true);
    }
  });

  it('is as the format asks, damaged or not', () => {
    for (const run of runs) {
      const { good, bad } = drafts(run);
      expect(wellFormed(linesOfDraft(good)), `run ${run}`).toBeUndefined();
      expect(wellFormed(linesOfDraft(bad)), `run ${run}: ${bad.damages.join()}`).toBeUndefined();
    }
  });

  it('is the same for the same seed, and is read back from its text', () => {
    const texts = runs.map((run) => textOf(linesOfDraft(drafts(run).bad)));
    expect(runs.map((run) => textOf(linesOfDraft(drafts(run).bad)))).toEqual(texts);
    expect(new Set(texts).size).toBeGreaterThan(290);
    for (const text of texts) expect(textOf(linesOf(text))).toBe(text);
  });

  it('has everything that the format has, somewhere', () => {
    const all = runs.map((run) => linesOfDraft(drafts(run).good));
    const text = all.map(textOf).join('');
    for (const word of ['#set', '#contains', '#map', '#tup', 'init', 'hidden', 'derived', 'meta']) {
      expect(text).toContain(`"${word}":`);
    }
    const events = all.flatMap((lines) => lines.events);
    const share = (is: (event: EventLine) => boolean): number => events.filter(is).length / events.length;
    expect(share(({ action }) => action === undefined)).toBeGreaterThan(0.1);
    expect(share(({ params }) => Array.isArray(params))).toBeGreaterThan(0.1);
    expect(share(({ params }) => params !== undefined && !Array.isArray(params))).toBeGreaterThan(0.2);
    expect(new Set(all.map(({ header }) => header.order ?? 'total'))).toEqual(
      new Set(['total', 'clock', 'interval']),
    );
  });
});

describe('a damaged trace', () => {
  it('diverges in 30 to 80 of 100 cases, in all places, and some in several at once', () => {
    const answers = runs.map((run) => bruteForce([linesOfDraft(drafts(run).bad)], material));
    const bad = answers.filter(({ conforms }) => !conforms);
    expect(bad.length / runs.length).toBeGreaterThan(0.3);
    expect(bad.length / runs.length).toBeLessThan(0.8);
    expect(new Set(bad.map(({ matched }) => matched)).size).toBeGreaterThan(8);
    expect(bad.filter(({ maximal }) => maximal.length > 1).length).toBeGreaterThan(5);
  });

  it.each(damages)('may have: %s', (type) => {
    const changed = runs.flatMap((run) => {
      const { good } = drafts(run);
      const bad = damageBy(type, good, material, random(5, run));
      return bad === undefined || textOf(linesOfDraft(bad)) === textOf(linesOfDraft(good)) ? [] : [bad];
    });
    expect(changed.length).toBeGreaterThan(20);
  });

  it('is judged the same when each process has a file of its own', () => {
    const partial = runs.map((run) => linesOfDraft(drafts(run).bad)).filter(({ header }) => header.order);
    expect(partial.length).toBeGreaterThan(100);
    for (const whole of partial) {
      const files = split(whole);
      // The events are counted in the order of the lines, and that is another one.
      const events = files.flatMap((file) => file.events);
      const apart = bruteForce(files, material);
      const together = bruteForce([whole], material);
      expect({
        ...apart,
        first: apart.first === undefined ? undefined : events[apart.first],
        maximal: 0,
      }).toEqual({
        ...together,
        first: together.first === undefined ? undefined : whole.events[together.first],
        maximal: 0,
      });
      expect(apart.maximal.length).toBe(together.maximal.length);
    }
  });
});

it('names are compared as text: 10 comes before 9, and -1 before both', () => {
  const events = ['9', '10', '-1'].map((process): EventLine => ({ process, seq: 0 }));
  expect([0, 1, 2].toSorted((one, other) => byProcessAndSeq(one, other, events))).toEqual([2, 1, 0]);
});
