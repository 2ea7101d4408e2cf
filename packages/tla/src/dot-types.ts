import type { ReadOptions } from './chunks.js';
import type { Place } from './error.js';

/** What else a node line says. */
export interface DotNode {
  /** The label, where it is not the state: what ALIAS made of it. */
  readonly alias: string | undefined;
  /** Whether a CONSTRAINT excludes the state; such states are only printed with the option `constrained`. */
  readonly outside: boolean;
  readonly place: Place;
}

/** What kind of step an edge line is: a step; one that is no step, drawn for liveness; one out of the model. */
export type DotEdgeKind = 'step' | 'stuttering' | 'excluded';

/** What is done with a graph. Edges may come before the nodes that they lead to. */
export interface DotHandler {
  /** A state, once. `text` is as `stateReader` and `parseState` take it. */
  node(id: string, text: string, initial: boolean, more: DotNode): void;
  /**
   * A line of the file: one for every successor that TLC generated. `label` is the action's name, with its
   * arguments in parentheses if TLC printed them; nothing without the option `actionlabels`.
   */
  edge(from: string, to: string, label: string | undefined, kind: DotEdgeKind): void;
}

/** How a graph is read. */
export interface DotOptions extends ReadOptions {
  /** What TLC counted, if it is known: a graph that has not as many states or steps is refused. */
  readonly counts?: DotCounts | undefined;
  /** Read a graph whose initial states are only printed as ALIAS makes them; otherwise it is refused. */
  readonly alias?: boolean | undefined;
}

/** Numbers from the end of TLC's own output. */
export interface DotCounts {
  /** Distinct states. */
  readonly distinct: number;
  /** States generated, the initial ones included; leave it out if the model has constraints. */
  readonly generated?: number | undefined;
}

/** What was in the file. */
export interface DotSummary {
  /** Which TLC wrote it: one of the 1.7 releases, or a later one. */
  readonly writer: '1.7' | 'head';
  readonly nodes: number;
  readonly initial: number;
  /** Lines that are steps, those that stutter or leave the model not counted. */
  readonly edges: number;
  readonly stuttering: number;
  /** States that a constraint excludes, and the steps to them. */
  readonly outside: number;
  readonly excluded: number;
  /** States that no step leaves. Where TLC checked for deadlock, they were never expanded. */
  readonly terminal: number;
}
