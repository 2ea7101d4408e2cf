import { type Token, textOf } from './tokens.js';

/** A conjunct (or disjunct) of a text, and the line where it differs from another one. */
export interface Piece {
  /** Empty if the text has ended. */
  readonly text: string;
  readonly line: number;
}

/** Where two texts first say something else. */
export interface Difference {
  readonly spec: Piece;
  readonly code: Piece;
}

/** The first difference of two texts, told by the conjuncts in which it lies; undefined if they are the same. */
export function firstDifference(spec: readonly Token[], code: readonly Token[]): Difference | undefined {
  const length = Math.max(spec.length, code.length);
  for (let index = 0; index < length; index++) {
    if (spec[index]?.text === code[index]?.text) continue;
    // Where a text has ended, or two bullets differ, what is told begins with the bullet of what follows.
    const atBullet = [spec, code].every((text) => index >= text.length || isBullet(text[index]));
    const from = atBullet ? index : startOfConjunct(spec, index);
    return { spec: piece(spec, from, index), code: piece(code, from, index) };
  }
  return undefined;
}

function isBullet(token: Token | undefined): boolean {
  return token?.text === '/\\' || token?.text === '\\/';
}

/** The index after the last bullet before this one; up to `index` both texts are the same. */
function startOfConjunct(tokens: readonly Token[], index: number): number {
  return tokens.slice(0, index).findLastIndex(isBullet) + 1;
}

/** From here to the next bullet, which is not taken for the end if nothing lies before it. */
function piece(tokens: readonly Token[], from: number, differs: number): Piece {
  let end = Math.max(differs, from + 1);
  while (end < tokens.length && !isBullet(tokens[end])) end++;
  return { text: textOf(tokens.slice(from, end)), line: (tokens[differs] ?? tokens.at(-1))?.line ?? 0 };
}
