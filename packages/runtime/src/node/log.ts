import type { LogLine } from '../transport/log-line.js';

/** A line of a node's log: like those of a transport, and `debug`: every step that it takes. */
export interface NodeLogLine extends Omit<LogLine, 'level'> {
  readonly level: LogLine['level'] | 'debug';
  /** The same in plain words. */
  readonly message?: string;
}

export type NodeLog = (line: NodeLogLine) => void;
