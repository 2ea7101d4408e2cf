/** No regular expression is run on a text of more characters than these: some take for ever on long ones. */
export const longestText = 10_000;

/** A regular expression of a mapping. */
export interface Regex {
  readonly expression: RegExp;
  /** The names of its groups. */
  readonly names: readonly string[];
}

/**
 * Reads a regular expression of JavaScript, with its flag `u`.
 *
 * @returns a message if it is none
 */
export function readRegex(text: string): Regex | string {
  try {
    const expression = new RegExp(text, 'u');
    // With an empty alternative it matches anything, and then tells what groups there are.
    const names = Object.keys(new RegExp(`${text}|`, 'u').exec('')?.groups ?? {});
    return { expression, names };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return error.message.replace(/^Invalid regular expression: /, '');
  }
}
