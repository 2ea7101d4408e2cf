/** What a node cannot go on after: one sentence that says what, where, and what to do. */
export class RuntimeError extends Error {
  override readonly name = 'RuntimeError';
  /** For programs: `address-in-use`, `other-node`, `damaged-ledger`, `disk-failed`, … */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
