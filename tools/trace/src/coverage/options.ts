import type { ValidateOptions } from '../validate/options.js';

/** What `synod coverage` may be told; what it has in common with `synod validate` means the same. */
export interface CoverageOptions
  extends Pick<
    ValidateOptions,
    | 'model'
    | 'graph'
    | 'spec'
    | 'cfg'
    | 'config'
    | 'log'
    | 'variables'
    | 'map'
    | 'together'
    | 'maxFrontier'
    | 'timeout'
    | 'json'
    | 'html'
    | 'color'
  > {
  /** Reports of earlier runs. */
  readonly merge?: readonly string[];
  /** In percent, 0 to 100. */
  readonly minActions?: number;
  readonly minSteps?: number;
  readonly minStates?: number;
  /** All of the shortest behaviours, not about ten lines of them. */
  readonly all?: boolean;
  /** Where the report is written to as JSON. */
  readonly out?: string;
}
