import type { AnyNode } from 'acorn';

/** Damage to one node, as a kind of damage proposes it. */
export interface Suggestion {
  /** The node to replace, and the text to replace it with. */
  readonly node: AnyNode;
  readonly text: string;
  /** What the id says of it, on both sides of the arrow. */
  readonly from: string;
  readonly to: string;
}

/** Where a node stands, and how to see its text. */
export interface Site {
  /** The module: `Paxos`. */
  readonly module: string;
  readonly node: AnyNode;
  /** The node that it is a part of; undefined at the top of a file. */
  readonly parent: AnyNode | undefined;
  /** All nodes around it, the outermost first, the node itself last. */
  readonly ancestors: readonly AnyNode[];
  /** A node's text, comments and breaks taken out. */
  readonly text: (node: AnyNode) => string;
}

/** A kind of damage: proposes what it can do to a node, mostly nothing. */
export interface Damage {
  /** What a mutant of this kind has: "a guard dropped". */
  readonly name: string;
  readonly suggest: (site: Site) => Iterable<Suggestion>;
}

/** The name of the function that a node calls, if it is a call of a function by its name. */
export function callee(node: AnyNode | undefined): string | undefined {
  return node?.type === 'CallExpression' && node.callee.type === 'Identifier' ? node.callee.name : undefined;
}

/** The arguments of a call, if none is spread. */
export function argumentsOf(node: AnyNode): readonly AnyNode[] {
  return node.type === 'CallExpression' ? node.arguments : [];
}
