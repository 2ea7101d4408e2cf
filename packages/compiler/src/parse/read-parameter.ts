import { field, type Node, parts, spanOf } from './node.js';
import { symbolName } from './read-operator.js';
import type { Reader } from './reader.js';
import type { Parameter } from './syntax.js';

/** A formal parameter or a declared constant: `x`, `F(_, _)` or `_ + _`. */
export function readParameter(node: Node): Parameter {
  if (node.type !== 'operator_declaration') return { name: node.text, arity: 0 };
  const arity = parts(node).filter((child) => child.type === 'placeholder').length;
  return { name: nameIn(field(node, 'name')), arity };
}

/** `RECURSIVE F(_), g` */
export function readRecursive(node: Node, reader: Reader): void {
  for (const name of parts(node)) {
    reader.met.recursive.push({ ...readParameter(name), span: spanOf(name, reader.source) });
  }
}

/** A name, or the symbol of an operator that is defined or declared. */
export function nameIn(node: Node): string {
  return node.type.endsWith('_op_symbol') ? symbolName(node) : node.text;
}
