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
  const [intro] = fields(node, 'intro');
  const tuple = intro?.type === 'tuple_of_identifiers';
  return {
    span: spanOf(node, reader.source),
    names: (tuple ? identifiers(intro) : fields(node, 'intro')).map((name) => name.text),
    tuple,
    set: reader.expression(field(node, 'set')),
  };
}

/** The `identifier` children. */
function identifiers(node: Node): Node[] {
  return parts(node).filter((child) => child.type === 'identifier');
}
