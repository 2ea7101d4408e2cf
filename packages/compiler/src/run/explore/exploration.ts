import type { EvaluationError, TlaValue } from '@synod/tla';
import type { Engine } from '../engine.js';
import type { CheckOptions, Complaint } from './checks.js';

/** What an exploration of a compiled model found. */
export interface EngineExploration {
  readonly ending: Ending;
  /** States, as TLC counts them: those within CONSTRAINT, each once. */
  readonly distinct: number;
  /** Initial states and successors, each as often as it was found. */
  readonly generated: number;
  /** The levels of the search, the initial states being the first. */
  readonly depth: number;
  /** How many threads worked at the most. */
  readonly threads: number;
  /** The memory of the states and of the table that finds them. */
  readonly bytes: number;
}

/** How it ended. Only `complete` says that what was checked holds. */
export type Ending =
  | { readonly type: 'complete' }
  /** There are more states than {@link EngineExploreOptions.limit}. */
  | { readonly type: 'limit' }
  /** They need more than {@link EngineExploreOptions.memory}. */
  | { readonly type: 'memory' }
  | { readonly type: 'cancelled' }
  /** An ASSUME is FALSE: nothing was explored. */
  | { readonly type: 'assumption'; readonly name: string }
  | (Complaint & { readonly path: readonly PathState[] })
  | { readonly type: 'deadlock'; readonly path: readonly PathState[] }
  /** A rule of TLA+ is broken: in the last state of the path, or by a step from it. */
  | { readonly type: 'error'; readonly error: EvaluationError; readonly path: readonly PathState[] };

/** A state on a shortest path: the values of the variables. */
export type PathState = readonly TlaValue[];

/** An AbortSignal, said so that no types of Node or of a browser are needed. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface EngineExploreOptions {
  /** What is looked at: everything, unless said otherwise. */
  readonly check?: CheckOptions;
  /** Ends the exploration when more states than this have been found. */
  readonly limit?: number;
  /** The most bytes for states: unless given, half of the machine's memory. */
  readonly memory?: number;
  /** Ends the exploration: what was found until then is given. */
  readonly signal?: StopSignal;
  /** Called some times a second. */
  readonly onProgress?: (progress: ExplorationProgress) => void;
  /** More threads than this one, for what is large. What is found does not depend on them. */
  readonly threads?: ThreadOptions;
}

export interface ExplorationProgress {
  readonly distinct: number;
  readonly generated: number;
  readonly depth: number;
  /** States that have not been expanded. */
  readonly queue: number;
}

export interface ThreadOptions {
  /** How many there are, this one included. */
  readonly count: number;
  /** The URL of a module, whose {@link LoadEngine} `load` makes the engine again from what can be cloned. */
  readonly module: string;
  readonly from: unknown;
  /** They are not worth their start before there are so many states: 250,000 unless given. With 0 they are waited for. */
  readonly worth?: number;
}

/** Makes an engine, in whatever thread: its words are the same in all. */
export type LoadEngine = (from: unknown) => Engine | Promise<Engine>;
