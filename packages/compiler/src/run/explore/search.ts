import { setImmediate } from 'node:timers/promises';
import type { Engine } from '../engine.js';
import { checksOf } from './checks.js';
import type { EngineExploreOptions } from './exploration.js';
import { keysOf } from './keys.js';
import { memoryFor } from './memory.js';
import type { Problem } from './problem.js';
import { type Pause, type Searcher, searcher } from './searcher.js';
import { control, StateTable } from './state-table.js';
import { noTeam, openTeam, type Team } from './team.js';

/** What a search came to. */
export interface Searched {
  /** How it ended; undefined if something is wrong of which another thread knows more. */
  readonly end: Problem | { readonly type: 'complete' | 'memory' | 'cancelled' } | undefined;
  readonly table: StateTable;
  readonly distinct: number;
  readonly generated: number;
  readonly depth: number;
  readonly threads: number;
}

/** How long this thread works before others have their turn: signals, timers, messages of other threads. Milliseconds. */
const slice = 40;
const worthThreads = 250_000;

/** Everything that a search goes on with. */
interface Site {
  readonly table: StateTable;
  readonly hand: Searcher;
  readonly team: Team;
  readonly options: EngineExploreOptions;
  readonly hasMemory: () => boolean;
  /** When others have their turn. */
  turn: number;
}

/** One search, level by level, until all is found or something is wrong. */
export async function search(engine: Engine, options: EngineExploreOptions): Promise<Searched> {
  const keys = keysOf(engine);
  const table = new StateTable(keys.layout);
  const { check, threads, limit = Number.POSITIVE_INFINITY, signal } = options;
  const hasMemory = memoryFor(table, options.memory);
  // Which of several states that count as one is kept depends on which comes first: that is for one thread.
  const isAlone = threads === undefined || threads.count === 1 || keys.write !== undefined;
  const team = isAlone ? noTeam : openTeam(threads, check, limit);
  const makeRoom = (): boolean => {
    if (team.isWorking || !hasMemory()) return false;
    table.grow();
    return true;
  };
  const hand = searcher(engine, table, keys, checksOf(engine, check), { makeRoom, limit });
  const stop = (): void => void Atomics.store(table.control, control.stop, 1);
  signal?.addEventListener('abort', stop);
  try {
    return await levels({ table, hand, team, options, hasMemory, turn: performance.now() + slice });
  } finally {
    signal?.removeEventListener('abort', stop);
    await team.end();
  }
}

async function levels(site: Site): Promise<Searched> {
  const { table, hand, team, options } = site;
  let [depth, start, holes, ownHoles] = [0, 0, 0, 0];
  if (options.threads?.worth === 0) await team.ready();
  let pause: Pause = options.signal?.aborted === true ? 'stopped' : hand.begin();
  while (pause === 'level done') {
    const end = table.rows;
    ownHoles += table.dropSpare();
    const dropped = ownHoles + team.holes() - holes;
    if (end - start === dropped) break;
    holes += dropped;
    depth++;
    Atomics.store(table.control, control.next, start);
    Atomics.store(table.control, control.end, end);
    start = end;
    pause = await level(site, depth);
  }
  return {
    end: endOf(pause) ?? hand.problem(),
    table,
    distinct: table.rows - holes,
    generated: hand.generated() + team.generated(),
    depth,
    threads: team.threads,
  };
}

/** Expands one level, with the others as soon as they are there. */
async function level(site: Site, depth: number): Promise<Pause> {
  const { table, team, options, hasMemory } = site;
  for (;;) {
    Atomics.store(table.control, control.stop, 0);
    if (options.signal?.aborted === true) return 'stopped';
    const own = await workInSlices(site, depth);
    // The others go on to the end of the level, unless there is no use in it.
    if (own === 'full' || own === 'problem') Atomics.store(table.control, control.stop, 1);
    const pauses = new Set([own, ...(await team.paused())]);
    if (pauses.has('problem')) return 'problem';
    if (pauses.has('full')) {
      if (!hasMemory()) return 'full';
      table.grow();
    } else if (!pauses.has('stopped')) return 'level done';
  }
}

/** Works until there is a reason to stop, and lets others have their turn now and then: levels may be many, or long. */
async function workInSlices(site: Site, depth: number): Promise<Pause> {
  const { table, hand, team, options } = site;
  for (;;) {
    if (performance.now() > site.turn) {
      await setImmediate();
      site.turn = performance.now() + slice;
      const { rows } = table;
      const queue = Math.max(0, rows - Atomics.load(table.control, control.next));
      options.onProgress?.({ distinct: rows, generated: hand.generated() + team.generated(), depth, queue });
      if (Atomics.load(table.control, control.stop) !== 0) return 'stopped';
    }
    if (table.rows >= (options.threads?.worth ?? worthThreads)) team.join(table.memory);
    table.isShared = team.isWorking;
    const pause = hand.work(site.turn);
    if (pause !== 'stopped' || Atomics.load(table.control, control.stop) !== 0) return pause;
  }
}

function endOf(pause: Pause): { readonly type: 'complete' | 'memory' | 'cancelled' } | undefined {
  if (pause === 'problem') return undefined;
  return { type: pause === 'level done' ? 'complete' : pause === 'full' ? 'memory' : 'cancelled' };
}
