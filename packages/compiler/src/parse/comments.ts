import { isComment, type Node } from './tree.js';

/** The outermost comments of a tree, in the order of the text. */
export function commentsOf(root: Node): Node[] {
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (isComment(node)) found.push(node);
    else for (const child of node.namedChildren) visit(child);
  };
  visit(root);
  return found;
}

/** The text with a blank in place of every character of a comment; line ends stay. */
export function withoutComments(text: string, comments: readonly Node[]): string {
  let code = '';
  let end = 0;
  for (const comment of comments) {
    code += text.slice(end, comment.startIndex);
    code += text.slice(comment.startIndex, comment.endIndex).replace(/[^\r\n]/g, ' ');
    end = comment.endIndex;
  }
  return code + text.slice(end);
}

/** The prose of the comments that end on the line above a unit, or above one another, without their frames. */
export function documentationAbove(row: number, comments: readonly Node[]): string {
  const above: Node[] = [];
  let next = row;
  for (const comment of comments.toReversed()) {
    if (comment.endPosition.row + 1 !== next) continue;
    // A remark at the end of a line of code belongs to that code.
    if (
      comment.previousSibling?.endPosition.row === comment.startPosition.row &&
      !isComment(comment.previousSibling)
    ) {
      break;
    }
    above.unshift(comment);
    next = comment.startPosition.row;
  }
  return above
    .map((comment) => proseOf(comment.text))
    .join('\n')
    .trim();
}

function proseOf(comment: string): string {
  return comment.split(/\r?\n/).map(withoutFrame).join('\n').trim();
}

function withoutFrame(line: string): string {
  const text = line.trim();
  // A line of stars only is the upper or lower edge of a frame.
  if (/^\(\*+\)$/.test(text)) return '';
  return text
    .replace(/^(\(\*+|\\\*)/, '')
    .replace(/\*+\)$/, '')
    .trim();
}
