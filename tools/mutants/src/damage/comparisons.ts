import type { AnyNode } from 'acorn';
import type { Damage } from './suggestion.js';

const others: { readonly [operator: string]: readonly string[] } = {
  '>': ['>=', '<'],
  '>=': ['>', '<='],
  '<=': ['<', '>='],
  '<': ['<=', '>'],
  '===': ['!=='],
  '!==': ['==='],
};

/** `>` for `>=`, the highest for the lowest, another for the same. */
export const comparison: Damage = {
  name: 'a comparison changed',
  *suggest({ node, text }) {
    if (node.type !== 'BinaryExpression') return;
    const [left, right] = [text(node.left), text(node.right)];
    for (const operator of others[node.operator] ?? []) {
      yield { node, text: `${left} ${operator} ${right}`, from: left + node.operator, to: operator };
    }
  },
};

/** `b` for `b - 1`, and `b - 2`. */
export const arithmetic: Damage = {
  name: 'a step too few or too many',
  *suggest({ node, text }) {
    if (node.type !== 'BinaryExpression' || !['+', '-'].includes(node.operator)) return;
    const left = text(node.left);
    const { right } = node;
    if (right.type !== 'Literal' || typeof right.value !== 'number') return;
    yield { node, text: left, from: text(node), to: left };
    const further = `${left} ${node.operator} ${right.value + 1}`;
    yield { node, text: further, from: text(node), to: further };
  },
};

/** `0` for `-1`, `1` for `0`; of an index, the other element of a pair. */
export const number: Damage = {
  name: 'another number',
  *suggest({ node, parent, text }) {
    const value = integer(node);
    if (value === undefined || parent === undefined) return;
    // The sign and the distance have kinds of damage of their own.
    if (parent.type === 'UnaryExpression') return;
    if (parent.type === 'BinaryExpression' && ['+', '-', '**'].includes(parent.operator)) return;
    const other = parent.type === 'MemberExpression' ? 1 - value : value + 1;
    yield { node, text: `${other}`, from: text(parent), to: `${other}` };
  },
};

function integer(node: AnyNode): number | undefined {
  if (node.type === 'Literal' && typeof node.value === 'number') return node.value;
  if (node.type !== 'UnaryExpression' || node.operator !== '-') return undefined;
  const inner = integer(node.argument);
  return inner === undefined ? undefined : -inner;
}

const kinds = ['1a', '1b', '2a', '2b'];

/** A message of the next kind. */
export const messageKind: Damage = {
  name: 'another kind of message',
  *suggest({ node, parent, text }) {
    if (node.type !== 'Literal' || typeof node.value !== 'string' || parent === undefined) return;
    const kind = kinds.indexOf(node.value);
    if (kind < 0) return;
    const other = `'${kinds[(kind + 1) % kinds.length]}'`;
    const from = parent.type === 'SwitchCase' ? `case ${text(node)}` : text(parent);
    yield { node, text: other, from, to: other };
  },
};
