import type { AnyNode } from 'acorn';
import { argumentsOf, callee, type Damage, type Site } from './suggestion.js';

/** A variable that EXCEPT leaves as it was. */
export const except: Damage = {
  name: 'an EXCEPT forgotten',
  *suggest({ node, text }) {
    const [before] = argumentsOf(node);
    if (callee(node) !== 'except' || !before) return;
    yield { node, text: text(before), from: text(node), to: text(before) };
  },
};

/** A message that is never sent. */
export const send: Damage = {
  name: 'a message lost',
  *suggest({ node, text }) {
    const [state] = argumentsOf(node);
    if (callee(node) !== 'Send' || !state) return;
    yield { node, text: `${text(state)}.msgs`, from: text(node), to: 'lost' };
  },
};

/** A field of a message that is left out. */
export const field: Damage = {
  name: 'a field of a message left out',
  *suggest({ node, ancestors, text }) {
    const record = ancestors.at(-2);
    if (node.type !== 'Property' || callee(ancestors.at(-3)) !== 'Send' || !record) return;
    yield { node, text: '...{}', from: `${kindOf(record, text)}${text(node)}`, to: 'left out' };
  },
};

function kindOf(record: AnyNode, text: Site['text']): string {
  const [first] = record.type === 'ObjectExpression' ? record.properties : [];
  return first?.type === 'Property' ? `${text(first.value)} ` : '';
}

/** A next state, or a mapped one, in which a variable is as it was. */
export const unchanged: Damage = {
  name: 'a variable left as it was',
  *suggest({ node, ancestors, text }) {
    if (node.type !== 'Property' || node.key.type !== 'Identifier' || node.computed) return;
    const within = ancestors.at(-3)?.type ?? '';
    if (!['YieldExpression', 'ReturnStatement'].includes(within) || !hasParameter(ancestors, 's')) return;
    const same = `s.${node.key.name}`;
    if (text(node.value) === same) return;
    yield { node: node.value, text: same, from: text(node), to: same };
  },
};

function hasParameter(ancestors: readonly AnyNode[], name: string): boolean {
  return ancestors.some(
    (node) =>
      node.type === 'FunctionDeclaration' &&
      node.params.some((parameter) => parameter.type === 'Identifier' && parameter.name === name),
  );
}

/** Variables that no longer have a value in the next state. */
export const unassigned: Damage = {
  name: 'UNCHANGED left out',
  *suggest({ node, text }) {
    if (callee(node) !== 'UNCHANGED') return;
    yield { node, text: '{}', from: text(node), to: 'left out' };
  },
};

/** A step that is not taken, an assumption that is not checked. */
export const statement: Damage = {
  name: 'a statement left out',
  *suggest({ node, text }) {
    if (node.type !== 'ExpressionStatement') return;
    const { expression } = node;
    if (expression.type !== 'YieldExpression' && expression.type !== 'CallExpression') return;
    yield { node, text: ';', from: text(expression).replace(/^yield\*? /, ''), to: 'left out' };
  },
};

/** Names that differ by a letter, and what may be read for each, in the modules where both have a meaning. */
const alike: { readonly [module: string]: { readonly [member: string]: string } } = {
  Paxos: { maxBal: 'maxVBal', maxVBal: 'maxBal', mbal: 'bal' },
};

/** `maxBal` for `maxVBal`. */
export const member: Damage = {
  name: 'a name like it',
  *suggest({ module, node, parent, text }) {
    if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return;
    const other = alike[module]?.[node.property.name];
    if (other === undefined || !parent) return;
    yield { node: node.property, text: other, from: `${text(node)} in ${text(parent)}`, to: other };
  },
};

const variables: { readonly [name: string]: string } = {
  m: 'mm',
  mm: 'm',
  a1: 'a2',
  v1: 'v2',
  Q1: 'Q2',
  v: 'w',
  Q1b: 'Q1bv',
  Q1bv: 'Q1b',
  d: 'c',
};

/** `m` for `mm`, where both are bound. */
export const variable: Damage = {
  name: 'a bound variable like it',
  *suggest({ node, parent, ancestors, text }) {
    if (node.type !== 'Identifier' || !parent || isName(node, parent)) return;
    const other = variables[node.name];
    if (other === undefined || !bound(ancestors).has(other)) return;
    yield { node, text: other, from: `${node.name} in ${text(parent)}`, to: other };
  },
};

/** Whether an identifier names a member, a field or a parameter, and stands for no value. */
function isName(node: AnyNode, parent: AnyNode): boolean {
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  if (parent.type === 'Property') return parent.key === node;
  if (parent.type === 'ArrowFunctionExpression') return parent.body !== node;
  return parent.type === 'FunctionDeclaration' || parent.type === 'VariableDeclarator';
}

/** The names that functions, loops and declarations around a node have bound before it. */
function bound(ancestors: readonly AnyNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  const node = ancestors.at(-1);
  if (node === undefined) return names;
  const declare = (pattern: AnyNode): void => {
    if (pattern.type === 'Identifier') names.add(pattern.name);
  };
  for (const around of ancestors) {
    if (around.type === 'FunctionDeclaration' || around.type === 'ArrowFunctionExpression') {
      around.params.forEach(declare);
    }
    const declarations =
      around.type === 'ForOfStatement' && node.start >= around.body.start
        ? [around.left as AnyNode]
        : around.type === 'BlockStatement'
          ? around.body.filter(({ end }) => end <= node.start)
          : [];
    for (const declaration of declarations) {
      if (declaration.type === 'VariableDeclaration')
        declaration.declarations.forEach(({ id }) => declare(id));
    }
  }
  return names;
}
