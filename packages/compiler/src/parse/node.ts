import { InputError, type Place } from '@synod/tla';
import type { Source } from './source.js';
import type { Span } from './syntax.js';

/** A node of the concrete tree. Comments are not in it. */
export interface Node {
  readonly type: string;
  readonly isNamed: boolean;
  /** What it is to its parent, where the grammar says so. */
  readonly field: string | undefined;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly text: string;
  /** A token that the parser has put in, to go on. */
  readonly isMissing: boolean;
  /** Whether something in it is no TLA+. */
  readonly hasError: boolean;
  readonly children: readonly Node[];
}

/** The span of a node: up to its last token, without the blanks that the grammar counts to some lists. */
export function spanOf(node: Node, source: Source): Span {
  const { startIndex } = node;
  let end = node.endIndex;
  while (end > startIndex && isBlank(source.code.charCodeAt(end - 1))) end--;
  const first = source.position(startIndex);
  const last = source.position(end);
  return {
    file: source.file,
    line: first.line,
    column: first.column,
    endLine: last.line,
    endColumn: last.column,
    text: source.text.slice(startIndex, end),
  };
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Where a node begins. */
export function nodePlace(node: Node, source: Source): Place {
  return { file: source.file, ...source.position(node.startIndex) };
}

/** The named children. */
export function parts(node: Node): Node[] {
  return node.children.filter((child) => child.isNamed);
}

/** The named children under a field. */
export function fields(node: Node, name: string): Node[] {
  return node.children.filter((child) => child.field === name && child.isNamed);
}

/** The child under a field. The grammar promises it; its absence means that the grammar is another. */
export function field(node: Node, name: string): Node {
  return node.children.find((child) => child.field === name && child.isNamed) ?? missing(node, name);
}

/** The named child at an index. */
export function part(node: Node, index: number): Node {
  return parts(node)[index] ?? missing(node, String(index));
}

function missing(node: Node, what: string): never {
  throw new Error(`the grammar's ${node.type} has no ${what}: ${node.text.slice(0, 40)}`);
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
