import { field, fields, type Node, part, parts, spanOf, unsupported } from './node.js';
import { operatorNames } from './operators.js';
import { checkPrecedence, nameOfOperator } from './precedence.js';
import type { Read, Reader } from './reader.js';
import type { Source } from './source.js';
import type { Application, Expression } from './syntax.js';

/** A bare operator symbol, as in `Fold(+, S)` or `a \prec b == …`. */
export function symbolName(node: Node): string {
  const symbol = part(node, 0);
  return operatorNames.get(symbol.type) ?? symbol.text;
}

function apply(
  node: Node,
  reader: Reader,
  form: Application['form'],
  name: string,
  operands: readonly Node[],
): Application {
  return {
    type: 'apply',
    form,
    path: [],
    name,
    arguments: operands.map((operand) => reader.expression(operand)),
    span: spanOf(node, reader.source),
  };
}

const named: Read = (node, reader) => apply(node, reader, 'name', node.text, []);
const symbol: Read = (node, reader) => apply(node, reader, 'name', symbolName(node), []);

/** A set of numbers, which may also be written as a letter of its own. */
const numbers = (name: string): Read => {
  return (node, reader) => apply(node, reader, 'name', name, []);
};

const infix: Read = (node, reader) => {
  checkPrecedence(node, reader.source);
  const name = nameOfOperator(node);
  if (name === '/\\' || name === '\\/') {
    return {
      type: name === '/\\' ? 'conjunction' : 'disjunction',
      bulleted: false,
      items: chain(node, name).map((item) => reader.expression(item)),
      span: spanOf(node, reader.source),
    };
  }
  if (name === '\\X') {
    const elements = chain(node, name).map((item) => reader.expression(item));
    return { type: 'product', elements, span: spanOf(node, reader.source) };
  }
  return apply(node, reader, 'infix', name, [field(node, 'lhs'), field(node, 'rhs')]);
};

/** The operands of `a op b op c`. */
function chain(node: Node, name: string): Node[] {
  const first = field(node, 'lhs');
  const isLonger = first.type === 'bound_infix_op' && nameOfOperator(first) === name;
  return [...(isLonger ? chain(first, name) : [first]), field(node, 'rhs')];
}

/** `V!C!Op(x)`, `I(3)!Op(x)`: the operator, with the instances before it. */
const prefixed: Read = (node, reader) => {
  const steps = parts(field(node, 'prefix')).map((component) => instanceOf(component, reader.source));
  const operator: Expression = reader.expression(field(node, 'op'));
  if (operator.type !== 'apply') throw unsupported('this kind of reference', node, reader.source);
  const given = steps.flatMap(({ operands }) => operands.map((operand) => reader.expression(operand)));
  return {
    ...operator,
    path: steps.map(({ name }) => name),
    arguments: [...given, ...operator.arguments],
    ...(given.length === 0 ? {} : { pathArguments: steps.map(({ operands }) => operands.length) }),
    span: spanOf(node, reader.source),
  };
};

function instanceOf(
  component: Node,
  source: Source,
): { readonly name: string; readonly operands: readonly Node[] } {
  const [step] = component.type === 'subexpr_component' ? parts(component) : [];
  if (step?.type === 'identifier_ref') return { name: step.text, operands: [] };
  if (step?.type === 'bound_op') {
    return { name: field(step, 'name').text, operands: fields(step, 'parameter') };
  }
  throw unsupported(`\`${component.text}!\`, a part of a formula,`, component, source);
}

export const operators: Readonly<Record<string, Read>> = {
  identifier_ref: named,
  string_set: named,
  boolean_set: named,
  nat_number_set: numbers('Nat'),
  int_number_set: numbers('Int'),
  real_number_set: numbers('Real'),
  prefix_op_symbol: symbol,
  infix_op_symbol: symbol,
  postfix_op_symbol: symbol,
  bound_op: (node, reader) =>
    apply(node, reader, 'name', field(node, 'name').text, fields(node, 'parameter')),
  bound_nonfix_op: (node, reader) =>
    apply(node, reader, 'name', symbolName(field(node, 'symbol')), parts(node).slice(1)),
  bound_prefix_op: (node, reader) =>
    apply(node, reader, 'prefix', nameOfOperator(node), [field(node, 'rhs')]),
  bound_postfix_op: (node, reader) =>
    apply(node, reader, 'postfix', nameOfOperator(node), [field(node, 'lhs')]),
  bound_infix_op: infix,
  prefixed_op: prefixed,
  subexpression: (node, { source }) => {
    throw unsupported(`\`${node.text}\`, a part of a formula,`, node, source);
  },
};
