/** A word or symbol of TLA+, and where it stands. Lines and columns count from 1. */
export interface Token {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** Whether blanks or a new line stand before it. */
  readonly spaced: boolean;
}

/** Strings, `\in` and its like, `/\` and `\/`, words, symbols of several characters, and any other character. */
const pattern =
  /"(?:[^"\\]|\\.)*"|\\[A-Za-z]+|\/\\|\\\/|\w+|\|->|<=>|-\+>|->|<-|=>|==|=<|<=|>=|\/=|<<|>>|\.\.\.?|::=?|:>|<:|@@|~>|\S/g;

/** The tokens of one line. Blanks tell tokens apart and are otherwise of no account. */
export function tokensOfLine(text: string, line: number): Token[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    text: match[0],
    line,
    column: match.index + 1,
    spaced: match.index === 0 || /\s/.test(text.charAt(match.index - 1)),
  }));
}

/** Tokens as one line of text. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text)).join('');
}
