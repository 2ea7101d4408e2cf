import { tsPlugin } from '@sveltejs/acorn-typescript';
import { InputError } from '@synod/tla';
import { type Comment, Parser } from 'acorn';

/** A node of the tree of a TypeScript file. What there is beside these fields depends on its type. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export type { Comment } from 'acorn';

/** A TypeScript file, parsed. */
export interface Parsed {
  readonly text: string;
  readonly statements: readonly Node[];
  /** In the order of the text. */
  readonly comments: readonly Comment[];
  /** The line of an offset, counted from 1. */
  lineOf(offset: number): number;
}

const typescript = Parser.extend(tsPlugin());

/**
 * Parses a TypeScript file.
 *
 * @throws InputError `typescript-syntax` if it is none
 */
export function parseTypeScript(text: string, file: string): Parsed {
  const comments = new Map<number, Comment>();
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  try {
    const program = typescript.parse(text, {
      ecmaVersion: 2023,
      sourceType: 'module',
      // Where the parser goes back and tries again, it tells of a comment twice.
      onComment: (block, value, start, end) =>
        comments.set(start, { type: block ? 'Block' : 'Line', value, start, end }),
    });
    return {
      text,
      statements: program.body as unknown as readonly Node[],
      comments: [...comments.values()].toSorted((left, right) => left.start - right.start),
      lineOf,
    };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const { pos } = cause as SyntaxError & { readonly pos?: number };
    const message = `this is no TypeScript that could be read: ${cause.message.replace(/ \(\d+:\d+\)$/, '')}`;
    throw new InputError('typescript-syntax', message, { file, line: lineOf(pos ?? 0) }, { cause });
  }
}

/** The nodes directly within a node, whatever their role. */
export function childrenOf(node: Node): readonly Node[] {
  return Object.values(node)
    .flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

/** The node in a field, if there is one. */
export function nodeIn(node: Node, field: string): Node | undefined {
  const value = node[field];
  return isNode(value) ? value : undefined;
}

/** The nodes in a field that holds a list. */
export function nodesIn(node: Node, field: string): readonly Node[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The name of an identifier, or what an identifier's place holds instead of one. */
export function nameOf(node: Node | undefined): string | undefined {
  return node?.type === 'Identifier' ? String(node['name']) : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
