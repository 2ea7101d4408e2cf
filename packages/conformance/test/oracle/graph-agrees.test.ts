import { expect, it } from 'vitest';
import { random } from '../../../tla/fuzz/random.js';
import { graphSpace, readTrace, validateTrace } from '../../src/index.js';
import { bruteForce } from './brute-force.js';
import { damage } from './damage.js';
import { type Draft, linesOfDraft } from './draft.js';
import { jobs } from './jobs.js';
import { textOf } from './lines.js';
import { randomTrace } from './random-trace.js';

const material = jobs();
const space = graphSpace(material.graph, { parameters: true, ...material });

interface Kind {
  readonly order: Draft['order'];
  readonly runs: number;
  /** At most so many steps. */
  readonly steps?: number;
  /** With none, events that commute are taken in one order only from the first one on. */
  readonly patience?: number;
}

it.each<Kind>([
  { order: 'total', runs: 400 },
  { order: 'clock', runs: 400 },
  { order: 'interval', runs: 400 },
  { order: 'clock', runs: 400, patience: 0 },
  { order: 'interval', runs: 400, patience: 0 },
  // In short logs fewer events stand in the way of what the rules of stubborn sets are for.
  { order: 'clock', runs: 1000, patience: 0, steps: 6 },
])('a graph says the same as trying everything does: %o', { timeout: 60_000 }, async (kind) => {
  let bad = 0;
  for (let run = 0; run < kind.runs; run++) {
    const chance = random(8, run);
    const draft = damage(randomTrace(material, chance, kind), material, chance);
    const lines = linesOfDraft(draft);
    const text = textOf(lines);
    const trace = await readTrace({ chunks: [Buffer.from(text)], file: 'trace' });
    const { outcome, order } = validateTrace(trace, space, kind);
    const { visited: _, ...expected } = bruteForce([lines], material);
    const said = {
      conforms: outcome.conforms,
      matched: outcome.matched,
      first: outcome.first && trace.events.indexOf(outcome.first),
      maximal: outcome.maximal.map(({ cut, states }) => {
        const events = order.logs.flatMap((log, process) => log.slice(0, cut[process]));
        return {
          events: rising(events.map((event) => trace.events.indexOf(event))),
          states: rising(states),
        };
      }),
    };
    expect(inOrder(said), `run ${run} (${draft.damages.join(', ')}):\n${text}`).toEqual(inOrder(expected));
    if (!said.conforms) bad++;
  }
  expect(bad).toBeGreaterThan(kind.runs / 3);
});

function rising(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((one, other) => one - other);
}

function inOrder<T extends { readonly maximal: readonly { readonly events: readonly number[] }[] }>(
  said: T,
): T {
  const maximal = said.maximal.toSorted((one, other) =>
    one.events.join(' ') < other.events.join(' ') ? -1 : 1,
  );
  return { ...said, maximal };
}
