/** The engines that can judge an execution. */
export const engines = ['graph', 'model', 'spec', 'tlc'] as const;

export type Engine = (typeof engines)[number];

/** What `synod validate` may be told. */
export interface ValidateOptions {
  readonly model?: string;
  readonly graph?: string;
  readonly engine?: Engine;
  /** The module of a foreign graph, or the one that is compiled, and its cfg file. */
  readonly spec?: string;
  readonly cfg?: string;
  /** Another name of `cfg`. */
  readonly config?: string;
  /** TLC's own output of the run that wrote the graph. */
  readonly log?: string;
  /** The variables of a graph that does not name them. */
  readonly variables?: string;
  /** A mapping from the lines of a log to events. */
  readonly map?: string;
  readonly together?: boolean;
  readonly follow?: boolean;
  /** Whether an export is read again that has not changed since it was last read. */
  readonly fresh?: boolean;
  readonly strict?: boolean;
  readonly ballots?: number;
  readonly maxFrontier?: number;
  /** In seconds. */
  readonly timeout?: number;
  readonly suggestHidden?: boolean;
  readonly shrink?: boolean;
  readonly json?: boolean;
  readonly junit?: string;
  readonly html?: string;
  readonly color: boolean;
}
