import type { Cover, Observe } from '@synod/conformance';

/** What `synod generate` may be told. */
export interface GenerateCommandOptions {
  readonly cover: Cover;
  readonly model?: string;
  readonly graph?: string;
  /** The module of a foreign graph, and the cfg file beside it. */
  readonly spec?: string;
  readonly cfg?: string;
  /** Another name of `cfg`. */
  readonly config?: string;
  /** TLC's own output of the run that wrote the graph. */
  readonly log?: string;
  /** The variables of a graph that does not name them. */
  readonly variables?: string;
  readonly maxLength?: number;
  readonly out?: string;
  readonly observe?: Observe;
  readonly json?: boolean;
  readonly color: boolean;
}

/** Of @synod/conformance, without its files. */
export const covers: readonly Cover[] = ['actions', 'states', 'steps'];
export const observations: readonly Observe[] = ['all', 'changed', 'none'];
