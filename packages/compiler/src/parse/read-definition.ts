import { field, fields, type Node, parts, spanOf } from './node.js';
import { boundsOf } from './read-binding.js';
import { symbolName } from './read-operator.js';
import type { Reader } from './reader.js';
import type { Definition, Parameter } from './syntax.js';

/** An `operator_definition` or `function_definition`. */
export function readDefinition(node: Node, reader: Reader): Definition {
  const span = spanOf(node, reader.source);
  const body = reader.expression(field(node, 'definition'));
  const shared = { type: 'definition', span, local: false } as const;
  if (node.type === 'function_definition') {
    const name = field(node, 'name').text;
    const bounds = boundsOf(node, reader);
    return {
      ...shared,
      name,
      parameters: [],
      body: { type: 'function', bounds, body, span },
      recursive: true,
    };
  }
  return {
    ...shared,
    name: nameIn(field(node, 'name')),
    parameters: fields(node, 'parameter').map(readParameter),
    body,
    recursive: false,
  };
}

/** A formal parameter or a declared constant: `x`, `F(_, _)` or `_ + _`. */
export function readParameter(node: Node): Parameter {
  if (node.type !== 'operator_declaration') return { name: node.text, arity: 0 };
  const arity = parts(node).filter((child) => child.type === 'placeholder').length;
  return { name: nameIn(field(node, 'name')), arity };
}

function nameIn(node: Node): string {
  return node.type.endsWith('_op_symbol') ? symbolName(node) : node.text;
}
