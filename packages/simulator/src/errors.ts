/** A schedule that cannot be read: one line that says what, where, and what is expected. */
export class ScheduleError extends Error {
  override readonly name = 'ScheduleError';
  /** For programs: `empty`, `json`, `version`, `field`, `cluster`, `limit`. */
  readonly code: string;
  /** Counted from 1, where it is about a line. */
  readonly line: number | undefined;

  constructor(code: string, message: string, line?: number) {
    super(line === undefined ? message : `line ${line}: ${message}`);
    this.code = code;
    this.line = line;
  }
}
