import { fileURLToPath } from 'node:url';
import { InputError } from '@synod/tla';
import { Language, type Node, Parser, type Tree } from 'web-tree-sitter';
import type { Span } from './syntax.js';

export type { Node } from 'web-tree-sitter';

let language: Promise<Language> | undefined;

/** Where the build puts the grammar (`grammar.mjs`), as seen from `src/parse` and from `dist/parse` alike. */
const grammar = new URL('../../dist/grammar/tree-sitter-tlaplus.wasm', import.meta.url);

async function load(): Promise<Language> {
  await Parser.init();
  return Language.load(fileURLToPath(grammar));
}

/** The concrete tree of a text. Its owner must call `delete()` on it. The grammar is loaded once a process. */
export async function parseTree(text: string): Promise<Tree> {
  language ??= load();
  const tlaplus = await language;
  const parser = new Parser();
  try {
    parser.setLanguage(tlaplus);
    const tree = parser.parse(text);
    if (tree === null) throw new InputError('tla-syntax', 'the text could not be parsed');
    return tree;
  } finally {
    parser.delete();
  }
}

/** A text and the name of its file: what every span points into. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** The span of a node: up to its last token, without the blanks and comments that the grammar counts to some lists. */
export function spanOf(node: Node, source: Source): Span {
  const end = lastToken(node);
  return {
    file: source.file,
    line: node.startPosition.row + 1,
    column: node.startPosition.column + 1,
    endLine: end.endPosition.row + 1,
    endColumn: end.endPosition.column + 1,
    text: source.text.slice(node.startIndex, end.endIndex),
  };
}

function lastToken(node: Node): Node {
  for (let index = node.childCount - 1; index >= 0; index--) {
    const child = node.child(index);
    if (child !== null && !isComment(child) && child.startIndex < child.endIndex) return lastToken(child);
  }
  return node;
}

export function isComment(node: Node): boolean {
  return node.type === 'comment' || node.type === 'block_comment';
}

/** The named children, comments left out. */
export function parts(node: Node): Node[] {
  return node.namedChildren.filter((child) => !isComment(child));
}

/** The named children under a field, comments left out. */
export function fields(node: Node, name: string): Node[] {
  return node.childrenForFieldName(name).filter((child) => child.isNamed && !isComment(child));
}

/** The child under a field. The grammar promises it; its absence means that the grammar is another. */
export function field(node: Node, name: string): Node {
  return fields(node, name)[0] ?? missing(node, name);
}

/** The named child at an index, comments not counted. */
export function part(node: Node, index: number): Node {
  return parts(node)[index] ?? missing(node, String(index));
}

function missing(node: Node, what: string): never {
  throw new Error(`the grammar's ${node.type} has no ${what} at ${node.startPosition.row + 1}`);
}

/** An error for something that the grammar reads and this package does not. */
export function unsupported(construct: string, node: Node, source: Source): InputError {
  return unsupportedAt(construct, spanOf(node, source));
}

/** The same, for a span. */
export function unsupportedAt(construct: string, span: Span): InputError {
  return new InputError('tla-unsupported', `${construct} is not supported`, {
    file: span.file,
    line: span.line,
    column: span.column,
  });
}
