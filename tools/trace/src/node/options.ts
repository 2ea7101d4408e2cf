import type { LogLevel, Moment } from '@synod/runtime';

/** What `synod node` may be told. */
export interface NodeCommandOptions {
  readonly config: string;
  readonly id: string;
  /** The folder of its ledger. */
  readonly data: string;
  /** The folder of traces: FOLDER/INSTANCE/NODE.ndjson. */
  readonly trace?: string;
  /** The port of its metrics. */
  readonly metrics?: number;
  readonly logLevel?: LogLevel;
  /** For trials: it kills itself when it comes to a moment for the n-th time. */
  readonly dieAfter?: DieAfter;
  /** Stops when standard input ends: so it never outlives whoever started it. */
  readonly withParent?: boolean;
}

export interface DieAfter {
  readonly moment: Moment;
  readonly times: number;
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
