import { field, fields, type Node, spanOf } from './node.js';
import { boundsOf } from './read-binding.js';
import { nameIn, readParameter } from './read-parameter.js';
import type { Reader } from './reader.js';
import type { Definition } from './syntax.js';

/** An `operator_definition` or `function_definition`. */
export function readDefinition(node: Node, reader: Reader): Definition {
  const span = spanOf(node, reader.source);
  const { instances } = reader.met;
  const body = reader.expression(field(node, 'definition'));
  const hasInstances = reader.met.instances > instances ? { hasInstances: true } : {};
  const shared = { type: 'definition', span, local: false, ...hasInstances } as const;
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
