import type { Comment } from './source.js';

/** The prose of the comments that end on the line above a unit, or above one another, without their frames. */
export function documentationAbove(line: number, comments: readonly Comment[]): string {
  const above: Comment[] = [];
  let next = line;
  for (let index = lastAbove(line, comments); index >= 0; index--) {
    const comment = comments[index] as Comment;
    // A remark at the end of a line of code belongs to that code.
    if (comment.endLine + 1 !== next || comment.isBeside) break;
    above.unshift(comment);
    next = comment.line;
  }
  return above
    .filter((comment) => !isFrame(comment.text))
    .map((comment) => proseOf(comment.text))
    .join('\n')
    .trim();
}

/** The index of the last comment that ends above a line; they are in the order of the text. */
function lastAbove(line: number, comments: readonly Comment[]): number {
  let [low, high] = [0, comments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle] as Comment).endLine < line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function proseOf(comment: string): string {
  return comment.split(/\r?\n/).map(withoutFrame).join('\n').trim();
}

/** A line of stars only is the upper or lower edge of a frame. */
function isFrame(line: string): boolean {
  return /^\(\*+\)$/.test(line);
}

function withoutFrame(line: string): string {
  const text = line.trim();
  if (isFrame(text)) return '';
  return text
    .replace(/^(\(\*+|\\\*)/, '')
    .replace(/\*+\)$/, '')
    .trim();
}
