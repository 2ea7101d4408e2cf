import type { Instance } from './module.js';
import { field, fields, type Node, part, parts, spanOf, unsupported } from './node.js';
import { symbolName } from './read-operator.js';
import { readParameter } from './read-parameter.js';
import type { Reader } from './reader.js';
import type { Source } from './source.js';

/** `INSTANCE M WITH x <- e` or `I(p) == INSTANCE M`: an `instance` or a `module_definition`. */
export function readInstance(node: Node, reader: Reader): Instance {
  const isNamed = node.type === 'module_definition';
  const instance = isNamed ? field(node, 'definition') : node;
  const substitutions = parts(instance).filter((child) => child.type === 'substitution');
  const span = spanOf(node, reader.source);
  const module = part(instance, 0).text;
  reader.met.needs.push({ name: module, span });
  return {
    type: 'instance',
    span,
    name: isNamed ? field(node, 'name').text : undefined,
    parameters: isNamed ? fields(node, 'parameter').map(readParameter) : [],
    module,
    substitutions: substitutions.map((substitution) => {
      const [left] = parts(substitution);
      const value = parts(substitution).at(-1);
      if (left === undefined || value === undefined || value === left) {
        throw unsupported('a substitution without a value', substitution, reader.source);
      }
      return { name: substituted(left, reader.source), value: reader.expression(value) };
    }),
    local: false,
  };
}

function substituted(node: Node, source: Source): string {
  if (node.type === 'identifier_ref') return node.text;
  if (node.type.endsWith('_op_symbol')) return symbolName(node);
  throw unsupported(`\`${node.text}\` left of \`<-\``, node, source);
}
