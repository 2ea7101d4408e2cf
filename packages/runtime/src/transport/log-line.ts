/** What is worth a line in the log: which event, and what belongs to it. Whoever runs a node writes it where it wants. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  /** `listening`, `connected`, `disconnected`, `refused`, `refused-by-peer`, … */
  readonly event: string;
  readonly fields: Readonly<Record<string, string | number>>;
}

export type Log = (line: LogLine) => void;
