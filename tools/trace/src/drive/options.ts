import type { Cover } from '@synod/conformance';
import type { ForeignOptions } from '../open-foreign.js';

/** What `synod drive` may be told. */
export interface DriveCommandOptions extends ForeignOptions {
  /** The project's own roles are driven, and no program. */
  readonly roles?: boolean;
  /** They crash before each step. */
  readonly restart?: boolean;
  readonly model?: string;
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
