import type { Cover } from '@synod/conformance';

/** What `synod drive` may be told. */
export interface DriveCommandOptions {
  /** The project's own roles are driven, and no program. */
  readonly roles?: boolean;
  /** They crash before each step. */
  readonly restart?: boolean;
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
  readonly cover?: Cover;
  readonly maxLength?: number;
  /** So many behaviours by chance. */
  readonly random?: number;
  readonly seed?: number;
  /** How many steps each of them has. */
  readonly length?: number;
  readonly refusals: boolean;
  readonly shrink: boolean;
  /** How long an answer may take, in seconds. */
  readonly timeout?: number;
  readonly json?: boolean;
  readonly color: boolean;
}
