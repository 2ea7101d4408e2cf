import { field, fields, type Node, parts, spanOf } from './node.js';
import { readRecursive } from './read-parameter.js';
import { boundNames, type Read, type Reader, readBound } from './reader.js';
import type { Bound, Expression } from './syntax.js';

const quantified: Read = (node, reader) => ({
  type: field(node, 'quantifier').type === 'forall' ? 'all' : 'exists',
  bounds: fields(node, 'bound').map((bound) => readBound(bound, reader)),
  body: reader.expression(field(node, 'expression')),
  span: spanOf(node, reader.source),
});

const unbounded: Read = (node, reader) => {
  const span = spanOf(node, reader.source);
  const { type, text } = field(node, 'quantifier');
  if (type !== 'forall' && type !== 'exists') return { type: 'opaque', construct: `\`${text}\``, span };
  return { type: 'opaque', construct: `\`${text}\` without a set`, span };
};

const choose: Read = (node, reader) => {
  const [set] = fields(node, 'set');
  return {
    type: 'choose',
    bound: set === undefined ? undefined : readBound(node, reader),
    names: boundNames(node),
    body: reader.expression(field(node, 'expression')),
    span: spanOf(node, reader.source),
  };
};

/** `{x \in S : e}` is always a filter; what else has a colon in braces is a map. */
const filter: Read = (node, reader) => ({
  type: 'filter',
  bound: readBound(field(node, 'generator'), reader),
  body: reader.expression(field(node, 'filter')),
  span: spanOf(node, reader.source),
});

const map: Read = (node, reader) => ({
  type: 'map',
  bounds: fields(node, 'generator').map((bound) => readBound(bound, reader)),
  body: reader.expression(field(node, 'map')),
  span: spanOf(node, reader.source),
});

const functionLiteral: Read = (node, reader) => {
  const children = parts(node);
  return {
    type: 'function',
    bounds: boundsOf(node, reader),
    body: reader.expression(children[children.length - 1] as Node),
    span: spanOf(node, reader.source),
  };
};

/** The bounds among a node's children. */
export function boundsOf(node: Node, reader: Reader): Bound[] {
  return parts(node)
    .filter((child) => child.type === 'quantifier_bound')
    .map((bound) => readBound(bound, reader));
}

const letIn: Read = (node, reader): Expression => {
  const children = fields(node, 'definitions');
  for (const child of children) if (child.type === 'recursive_declaration') readRecursive(child, reader);
  const instances = children
    .filter(({ type }) => type === 'module_definition')
    .map((child) => reader.instance(child));
  reader.met.instances += instances.length;
  return {
    type: 'let',
    definitions: children
      .filter(({ type }) => type !== 'recursive_declaration' && type !== 'module_definition')
      .map((child) => reader.definition(child)),
    ...(instances.length === 0 ? {} : { instances }),
    body: reader.expression(field(node, 'expression')),
    span: spanOf(node, reader.source),
  };
};

const lambda: Read = (node, reader) => {
  const children = parts(node);
  return {
    type: 'lambda',
    parameters: children.slice(0, -1).map((name) => ({ name: name.text, arity: 0 })),
    body: reader.expression(children[children.length - 1] as Node),
    span: spanOf(node, reader.source),
  };
};

export const bindings: Readonly<Record<string, Read>> = {
  bounded_quantification: quantified,
  unbounded_quantification: unbounded,
  choose,
  set_filter: filter,
  set_map: map,
  function_literal: functionLiteral,
  let_in: letIn,
  lambda,
};
