import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { key, parseConfig, readDot, stateReader } from '@synod/tla';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, emitValues, exploreEngine, loadValues, lower } from '../src/index.js';
import { loadSpec } from './support.js';

const root = new URL('../../../', import.meta.url);

interface Model {
  readonly name: string;
  readonly distinct: number;
  readonly generated: number;
  readonly depth: number;
  readonly committed: boolean;
}

const { models } = JSON.parse(await readFile(new URL('specs/models.json', root), 'utf8')) as {
  models: Model[];
};
const committed = models.filter((model) => model.committed);

async function engineOf(model: string, labels: boolean): Promise<Engine> {
  const file = fileURLToPath(new URL(`specs/${model}.cfg`, root));
  const config = parseConfig(await readFile(file, 'utf8'), file);
  return loadValues(emitValues(lower(await loadSpec(model), model, config), { labels }));
}

describe.each(committed)('$name, compiled over values', ({ name, distinct, generated, depth }) => {
  it('has as many states and steps as TLC found, and what is checked holds', async () => {
    const found = await exploreEngine(await engineOf(name, false));
    expect(found).toMatchObject({ ending: { type: 'complete' }, distinct, generated, depth });
  });
});

/** A labelled step, or an initial state, as a line. */
type Lines = Map<string, number>;

function count(lines: Lines, line: string): void {
  lines.set(line, (lines.get(line) ?? 0) + 1);
}

/** What TLC exported. Its labels are names that stand for an action with its parameters: `Phase2a_0_v1`. */
async function exported(model: string, variables: readonly string[]): Promise<Lines> {
  const file = fileURLToPath(new URL(`traces/tlc/${model}/steps.dot.gz`, root));
  const reader = stateReader(variables);
  const states = new Map<string, string>();
  const lines: Lines = new Map();
  const edges: (readonly [string, string, string])[] = [];
  await readDot(createReadStream(file).pipe(createGunzip()), {
    node: (id, text, initial, { place }) => {
      states.set(id, key(reader(text, place)));
      if (initial) count(lines, states.get(id) as string);
    },
    edge: (from, to, label) => edges.push([from, label ?? '', to]),
  });
  for (const [from, label, to] of edges) lines.set(`${states.get(from)} ${label} ${states.get(to)}`, 1);
  return lines;
}

function explored(engine: Engine): Lines {
  const lines: Lines = new Map();
  const words: number[][] = [];
  const known = new Map<string, string>();
  const textOf = (state: readonly number[]): string => key(engine.decode(Int32Array.from(state), 0));
  const meet = (): string => {
    const state = [...engine.successor];
    const id = state.join(' ');
    const met = known.get(id);
    if (met !== undefined) return met;
    const text = textOf(state);
    known.set(id, text);
    words.push(state);
    return text;
  };
  engine.init(() => count(lines, meet()));
  for (const state of words) {
    const from = textOf(state);
    engine.next(Int32Array.from(state), 0, (number) => {
      const { action, parameters } = engine.label(number);
      lines.set(`${from} ${action}_${parameters.map(key).join('_')} ${meet()}`, 1);
    });
  }
  return lines;
}

describe.each(['MCPaxosTiny', 'MCVoting', 'MCConsensus', 'MCPaxosOne', 'MCVotingInductive', 'MCVotingAll'])(
  'the labelled steps of %s',
  (model) => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await engineOf(model, true);
    });

    it('are those of the export', async () => {
      const [theirs, ours] = [await exported(model, engine.variables), explored(engine)];
      expect([...theirs.keys()].filter((line) => !ours.has(line)).slice(0, 3)).toEqual([]);
      expect([...ours.keys()].filter((line) => !theirs.has(line)).slice(0, 3)).toEqual([]);
      expect(ours.size).toBe(theirs.size);
    });
  },
);
