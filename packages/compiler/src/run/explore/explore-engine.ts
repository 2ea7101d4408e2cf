import type { Engine } from '../engine.js';
import { evaluationError } from './errors.js';
import type { Ending, EngineExploration, EngineExploreOptions } from './exploration.js';
import { pathTo } from './path.js';
import { type Searched, search } from './search.js';
import type { StateTable } from './state-table.js';

/**
 * Explores a compiled model breadth first, and checks it as TLC does: assumptions; initial states against what properties say of
 * them; new states against invariants, those outside CONSTRAINT too; every step against action properties; states without a step.
 * The first that is wrong ends it, with a shortest path.
 *
 * What is found is the same with any number of threads. Threads find states in no fixed order: as soon as anything is wrong,
 * one thread begins again, and what it says counts.
 *
 * @throws what is no mistake of the specification
 */
export async function exploreEngine(
  engine: Engine,
  options: EngineExploreOptions = {},
): Promise<EngineExploration> {
  const assumption = falseAssumption(engine);
  if (assumption !== undefined) {
    return { ending: assumption, distinct: 0, generated: 0, depth: 0, threads: 1, bytes: 0 };
  }
  const found = await search(engine, options);
  if (found.threads === 1 || isSameForAll(found.end)) return explorationOf(engine, found);
  const { threads: _, ...alone } = options;
  return { ...explorationOf(engine, await search(engine, alone)), threads: found.threads };
}

/** Whether any number of threads ends so, with the same figures. */
function isSameForAll(end: Searched['end']): boolean {
  return end?.type === 'complete' || end?.type === 'cancelled' || end?.type === 'memory';
}

function falseAssumption({ assumptions }: Engine): Ending | undefined {
  try {
    const unmet = assumptions?.find(({ holds }) => !holds());
    return unmet === undefined ? undefined : { type: 'assumption', name: unmet.name };
  } catch (error) {
    return { type: 'error', error: evaluationError(error), path: [] };
  }
}

function explorationOf(engine: Engine, searched: Searched): EngineExploration {
  const { end, table, distinct, generated, depth, threads } = searched;
  if (end === undefined) throw new Error('one thread knows how it ended');
  const ending = endingOf(engine, table, end);
  // The last state of a path may lie behind the level that was being expanded. Where there is no state, TLC says 1.
  const least = 'path' in ending ? ending.path.length : ending.type === 'complete' ? 1 : 0;
  const levels = Math.max(depth, least);
  return { ending, distinct, generated, depth: levels, threads, bytes: table.bytes };
}

function endingOf(engine: Engine, table: StateTable, end: NonNullable<Searched['end']>): Ending {
  switch (end.type) {
    case 'deadlock':
      return { type: 'deadlock', path: pathTo(engine, table, end.row, undefined) };
    case 'error':
      return { type: 'error', error: end.error, path: pathTo(engine, table, end.row, end.state) };
    case 'complaint':
      return { ...end.complaint, path: pathTo(engine, table, end.row, end.state) };
    case 'limit':
    case 'complete':
    case 'memory':
    case 'cancelled':
      return { type: end.type };
  }
}
