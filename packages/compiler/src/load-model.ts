import { loadPacked } from './emit/packed/load.js';
import type { Engine, Program } from './run/engine.js';
import { loadValues } from './run/values/load.js';

/** What a model was compiled to: plain data, which can be handed to another thread. */
export interface ModelPrograms {
  readonly values: Program;
  /** Undefined where the second tier is not wanted, or not possible. */
  readonly packed: Program | undefined;
}

/** The engine of a compiled model, in whatever thread: of the second tier, if it has one. */
export function load(programs: ModelPrograms): Engine {
  const { packed } = programs;
  return packed === undefined
    ? loadValues(programs.values)
    : loadPacked(packed, { exact: () => loadValues(programs.values) });
}
