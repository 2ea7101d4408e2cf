import type { CompiledModel, EngineExploration } from '@synod/compiler';
import type { Opened } from './open.js';
import type { Checked } from './options.js';

/** An exploration that has ended, and all that is told of it. */
export interface Explored {
  readonly opened: Opened;
  readonly model: CompiledModel;
  readonly found: EngineExploration;
  readonly check: Checked;
  /** Whether states without a step were looked for. */
  readonly deadlock: boolean;
  /** By SYMMETRY or otherwise, states stand for others, so that the figures are not those of the model as it is. */
  readonly symmetry: string | undefined;
  readonly seconds: number;
  /** The most memory that the process had, in bytes. */
  readonly memory: number;
  /** Whether somebody wanted it to end. */
  readonly interrupted: boolean;
  readonly timeout: number | undefined;
}

/** What is wrong with figures that are not those in models.json; undefined if they are, or none are known. */
export function otherFigures({ opened: { expected }, found, symmetry }: Explored): string | undefined {
  if (expected === undefined || symmetry !== undefined || found.ending.type !== 'complete') return undefined;
  const { distinct, generated, depth } = expected;
  if (found.distinct === distinct && found.generated === generated && found.depth === depth) return undefined;
  return `specs/models.json says ${distinct} states, ${generated} generated and depth ${depth}, found are ${found.distinct}, ${found.generated} and ${found.depth}`;
}

/** 0: all that was checked holds; 1: something does not; 2: could not tell; 130: somebody ended it. */
export function exitCodeOf(explored: Explored): 0 | 1 | 2 | 130 {
  if (explored.interrupted && explored.found.ending.type === 'cancelled') return 130;
  switch (explored.found.ending.type) {
    case 'complete':
      return otherFigures(explored) === undefined ? 0 : 2;
    case 'invariant':
    case 'property':
    case 'deadlock':
    case 'assumption':
      return 1;
    case 'limit':
    case 'memory':
    case 'cancelled':
    case 'error':
      return 2;
  }
}
