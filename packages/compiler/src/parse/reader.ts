import type { Instance, Module } from './module.js';
import { field, fields, type Node, parts, spanOf } from './node.js';
import type { Source } from './source.js';
import type { Bound, Definition, Expression } from './syntax.js';

/** What the readers of single constructs know of each other. */
export interface Reader {
  readonly source: Source;
  expression(node: Node): Expression;
  definition(node: Node): Definition;
  instance(node: Node): Instance;
  /** What has been met on the way. */
  readonly met: {
    readonly recursive: Module['recursive'][number][];
    readonly needs: Module['needs'][number][];
    /** How often there was an INSTANCE in a LET. */
    instances: number;
  };
}

/** Reads nodes of one type of the grammar. */
export type Read = (node: Node, reader: Reader) => Expression;

/** A `quantifier_bound`. */
export function readBound(node: Node, reader: Reader): Bound {
  return {
    span: spanOf(node, reader.source),
    names: boundNames(node),
    tuple: fields(node, 'intro')[0]?.type === 'tuple_of_identifiers',
    set: reader.expression(field(node, 'set')),
  };
}

/** The names that are bound, with or without a set. */
export function boundNames(node: Node): readonly string[] {
  const intros = fields(node, 'intro');
  const [intro] = intros;
  return (intro?.type === 'tuple_of_identifiers' ? identifiers(intro) : intros).map((name) => name.text);
}

/** The `identifier` children. */
function identifiers(node: Node): Node[] {
  return parts(node).filter((child) => child.type === 'identifier');
}
