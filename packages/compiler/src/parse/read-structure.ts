import { field, type Node, part, parts, spanOf, unsupported } from './node.js';
import type { Read, Reader } from './reader.js';
import type { Except, Expression, RecordLike } from './syntax.js';

/** A bulleted list. */
function list(type: 'conjunction' | 'disjunction'): Read {
  return (node, reader) => ({
    type,
    bulleted: true,
    items: parts(node).map((item) => reader.expression(part(item, 1))),
    span: spanOf(node, reader.source),
  });
}

function listing(type: 'set' | 'tuple'): Read {
  return (node, reader) => ({
    type,
    elements: parts(node)
      .filter((child) => !child.type.endsWith('_bracket'))
      .map((child) => reader.expression(child)),
    span: spanOf(node, reader.source),
  });
}

function record(type: RecordLike['type']): Read {
  return (node, reader) => {
    const children = parts(node).filter((child) => child.type !== 'all_map_to');
    const named = children.filter((_, index) => index % 2 === 0);
    return {
      type,
      fields: named.map((name, index) => ({
        name: name.text,
        value: reader.expression(children[2 * index + 1] as Node),
      })),
      span: spanOf(node, reader.source),
    };
  };
}

/** `x` of `f[x]`, `<<x, y>>` of `f[x, y]`. */
function argument(nodes: readonly Node[], node: Node, reader: Reader): Expression {
  const [first, ...rest] = nodes.map((child) => reader.expression(child));
  if (first === undefined) throw unsupported('an application without arguments', node, reader.source);
  if (rest.length === 0) return first;
  return { type: 'tuple', elements: [first, ...rest], span: spanOf(node, reader.source) };
}

const except: Read = (node, reader) => ({
  type: 'except',
  function: reader.expression(field(node, 'expr_to_update')),
  updates: parts(node)
    .filter((child) => child.type === 'except_update')
    .map((update): Except['updates'][number] => ({
      path: parts(field(update, 'update_specifier')).map((step) =>
        step.type === 'except_update_record_field'
          ? { type: 'literal', value: part(step, 0).text, span: spanOf(step, reader.source) }
          : argument(parts(step), step, reader),
      ),
      value: reader.expression(field(update, 'new_val')),
    })),
  span: spanOf(node, reader.source),
});

const cases: Read = (node, reader) => {
  const other = parts(node).find((child) => child.type === 'other_arm');
  return {
    type: 'case',
    arms: parts(node)
      .filter((child) => child.type === 'case_arm')
      .map((arm) => ({ condition: reader.expression(part(arm, 0)), value: reader.expression(part(arm, 2)) })),
    other: other === undefined ? undefined : reader.expression(part(other, 1)),
    span: spanOf(node, reader.source),
  };
};

export const structures: Readonly<Record<string, Read>> = {
  conj_list: list('conjunction'),
  disj_list: list('disjunction'),
  finite_set_literal: listing('set'),
  tuple_literal: listing('tuple'),
  record_literal: record('record'),
  set_of_records: record('recordSet'),
  set_of_functions: (node, reader) => ({
    type: 'functionSet',
    domain: reader.expression(part(node, 0)),
    range: reader.expression(part(node, 2)),
    span: spanOf(node, reader.source),
  }),
  function_evaluation: (node, reader) => ({
    type: 'index',
    function: reader.expression(part(node, 0)),
    argument: argument(parts(node).slice(1), node, reader),
    span: spanOf(node, reader.source),
  }),
  record_value: (node, reader) => ({
    type: 'field',
    record: reader.expression(part(node, 0)),
    name: part(node, 1).text,
    span: spanOf(node, reader.source),
  }),
  except,
  prev_func_val: (node, reader) => ({ type: 'old', span: spanOf(node, reader.source) }),
  // The parentheses leave nothing but their place: a conjunct is reported as it is written.
  parentheses: (node, reader) => ({ ...reader.expression(part(node, 0)), span: spanOf(node, reader.source) }),
  label: (node, reader) => reader.expression(field(node, 'expression')),
  if_then_else: (node, reader) => ({
    type: 'if',
    condition: reader.expression(field(node, 'if')),
    consequent: reader.expression(field(node, 'then')),
    alternative: reader.expression(field(node, 'else')),
    span: spanOf(node, reader.source),
  }),
  case: cases,
  step_expr_or_stutter: (node, reader) => ({
    type: 'box',
    action: reader.expression(part(node, 0)),
    subscript: reader.expression(part(node, 1)),
    span: spanOf(node, reader.source),
  }),
  step_expr_no_stutter: (node, reader) => ({
    type: 'angle',
    action: reader.expression(part(node, 1)),
    subscript: reader.expression(part(node, 3)),
    span: spanOf(node, reader.source),
  }),
  fairness: (node, reader) => ({
    type: 'opaque',
    construct: 'a fairness condition',
    fairness: {
      subscript: reader.expression(part(node, 0)),
      action: reader.expression(part(node, parts(node).length - 1)),
    },
    span: spanOf(node, reader.source),
  }),
  assume_prove: (node, { source }) => ({
    type: 'opaque',
    construct: 'ASSUME ... PROVE',
    span: spanOf(node, source),
  }),
};
