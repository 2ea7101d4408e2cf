import type { TlcOutcome } from '@synod/conformance';

/** What TLC says of one trace. */
export interface TlcTraceOutcome extends TlcOutcome {
  /** The variables whose values the states are. */
  readonly variables: readonly string[];
  /** What could not be compared: sentences for a person. */
  readonly warnings: readonly string[];
}
