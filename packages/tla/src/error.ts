/** What every error of Synod's libraries is: a sentence for a person, and a code for a program. */
export class SynodError extends Error {
  override readonly name: string = 'SynodError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Where in somebody's input something is wrong. Lines and columns count from 1, offsets in bytes from 0. */
export interface Place {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** Said of a text that stands in one line of the file, its newlines escaped: no lines are counted in it. */
  readonly inOneLine?: boolean | undefined;
}

/**
 * Input that cannot be used: what is wrong with it, where, and what to do. The command line shows it as one
 * line and ends with exit code 2.
 */
export class InputError extends SynodError {
  override readonly name = 'InputError';
  readonly place: Place;

  constructor(code: string, message: string, place: Place = {}, options?: ErrorOptions) {
    super(code, message, options);
    this.place = place;
  }
}

/** `file:line:column: message`, as far as the place is known. */
export function describe(error: InputError | EvaluationError): string {
  const { file, line, column } = error.place;
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined);
  return place.length === 0 ? error.message : `${place.join(':')}: ${error.message}`;
}

/** A broken rule of TLA+ itself, such as a function applied outside its domain: TLC stops there, and so do we. */
export class EvaluationError extends SynodError {
  override readonly name = 'EvaluationError';
  /** Where in a module the rule is broken, if it was read from its text. */
  readonly place: Place;

  constructor(message: string, place: Place = {}, options?: ErrorOptions) {
    super('evaluation', message, options);
    this.place = place;
  }
}
