import { expect, it } from 'vitest';
import { random } from '../../../tla/fuzz/random.js';
import { joinTraces, orderEvents, readTrace } from '../../src/index.js';
import { predecessors } from './before.js';
import { damage } from './damage.js';
import { type Draft, linesOfDraft, split } from './draft.js';
import { jobs } from './jobs.js';
import { type TraceLines, textOf } from './lines.js';
import { randomTrace } from './random-trace.js';

const material = jobs();

/** For each event, all that come before it, directly or by way of others. */
function closed(before: readonly ReadonlySet<number>[]): readonly string[] {
  return before.map((_, event) => {
    const all = new Set(before[event]);
    for (const earlier of all) for (const one of before[earlier] ?? []) all.add(one);
    return [...all].toSorted((one, other) => one - other).join(' ');
  });
}

/** The order that the engines go by. */
async function ordered(files: readonly TraceLines[]): Promise<readonly ReadonlySet<number>[]> {
  const parts = files.map((file, part) =>
    readTrace({ chunks: [Buffer.from(textOf(file))], file: `part ${part}`, part: true }),
  );
  const trace = joinTraces(await Promise.all(parts));
  const { logs, needs } = orderEvents(trace);
  const before = trace.events.map(() => new Set<number>());
  logs.forEach((log, process) => {
    log.forEach((event, index) => {
      const cut = needs(process, index);
      const earlier = logs.flatMap((other, place) => other.slice(0, cut[place]));
      before[trace.events.indexOf(event)] = new Set(earlier.map((one) => trace.events.indexOf(one)));
    });
  });
  return before;
}

it.each<Draft['order']>(['clock', 'interval'])(
  'the order by %s is the one that the definition gives, pair by pair',
  { timeout: 60_000 },
  async (order) => {
    let pairs = 0;
    for (let run = 0; run < 500; run++) {
      const chance = random(6, run);
      const lines = linesOfDraft(damage(randomTrace(material, chance, { order }), material, chance));
      for (const files of [[lines], split(lines)]) {
        const expected = closed(
          predecessors(
            files,
            files.flatMap(({ events }) => events),
          ).map((earlier) => new Set(earlier)),
        );
        pairs += expected.join(' ').split(' ').length;
        expect(closed(await ordered(files)), `run ${run}:\n${textOf(lines)}`).toEqual(expected);
      }
    }
    expect(pairs).toBeGreaterThan(10_000);
  },
);
