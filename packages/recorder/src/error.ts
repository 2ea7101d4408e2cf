/** What a recorder cannot go on after: one sentence that says what, where, and what to do. */
export class RecorderError extends Error {
  override readonly name = 'RecorderError';
  /** For programs: `write-failed`, `damaged`, `other-process`, `other-header`, `event`, `clock`, `process`, `read-failed`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The place that a sentence begins with. */
export function at(file: string | undefined, line: number): string {
  return file === undefined ? `line ${line}` : `${file}:${line}`;
}
