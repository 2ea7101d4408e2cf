import type { AnyNode } from 'acorn';
import { argumentsOf, callee, type Damage } from './suggestion.js';

/** Of all that a loop, a quorum, the messages or the votes have, only the first: of a constant, see {@link quantifier}. */
export const cut: Damage = {
  name: 'one element for all',
  *suggest({ node, text }) {
    const domain = domainOf(node);
    if (domain === undefined) return;
    const all = text(domain);
    const what = callee(node) ?? 'for';
    yield { node: domain, text: `[...${all}].slice(0, 1)`, from: `${what}(${all})`, to: 'the first only' };
  },
};

function domainOf(node: AnyNode): AnyNode | undefined {
  if (node.type === 'ForOfStatement') return node.right;
  const [domain] = argumentsOf(node);
  const isConstant = domain?.type === 'MemberExpression' && isNamed(domain.object, 'k');
  return ['exists', 'forAll'].includes(callee(node) ?? '') && !isConstant ? domain : undefined;
}

function isNamed(node: AnyNode, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

/** `\cup` that forgets what is new, or what was there. */
export const including: Damage = {
  name: 'a union forgotten',
  *suggest({ node, text }) {
    const [within, added] = argumentsOf(node);
    if (callee(node) !== 'including' || !within || !added) return;
    yield { node, text: text(within), from: text(node), to: 'what was there' };
    yield { node, text: `$set([${text(added)}])`, from: text(node), to: 'what is new' };
  },
};

/** All elements, whatever the condition. */
export const filter: Damage = {
  name: 'a condition of a set dropped',
  *suggest({ node, text }) {
    const [within] = argumentsOf(node);
    if (callee(node) !== 'filter' || !within) return;
    yield { node, text: text(within), from: `filter(${text(within)})`, to: 'all' };
  },
};

/** An interval that lacks its first number, or its last. */
export const interval: Damage = {
  name: 'an interval too short',
  *suggest({ node, text }) {
    const [low, high] = argumentsOf(node);
    if (callee(node) !== 'range' || !low || !high) return;
    const [first, last] = [text(low), text(high)];
    yield { node, text: `range(${first} + 1, ${last})`, from: text(node), to: 'without its first' };
    yield { node, text: `range(${first}, ${last} - 1)`, from: text(node), to: 'without its last' };
  },
};

/** `<<v, b>>` for `<<b, v>>`, `{}` for `{v}`. */
export const elements: Damage = {
  name: 'elements swapped or left out',
  *suggest({ node, parent, text }) {
    if (node.type !== 'ArrayExpression' || node.elements.some((each) => each?.type === 'SpreadElement'))
      return;
    const [first, second, ...rest] = node.elements.map((element) => (element ? text(element) : ''));
    if (first !== undefined && second !== undefined) {
      const swapped = `[${[second, first, ...rest].join(', ')}]`;
      yield { node, text: swapped, from: text(node), to: swapped };
    } else if (first !== undefined && callee(parent) === 'set') {
      yield { node, text: '[]', from: `set(${text(node)})`, to: 'empty' };
    }
  },
};

/** The other way round, and what a function's values are not asked to be. */
export const inclusion: Damage = {
  name: 'an inclusion changed',
  *suggest({ node, text }) {
    const [left, right, fits] = argumentsOf(node);
    if (callee(node) === 'isSubset' && left && right) {
      yield { node, text: `isSubset(${text(right)}, ${text(left)})`, from: text(node), to: 'the other way' };
    }
    if (callee(node) === 'isFunctionOn' && left && fits) {
      yield { node: fits, text: '() => true', from: `isFunctionOn(${text(left)})`, to: 'of anything' };
    }
  },
};

/** A constant of a shape that is one level too low. */
export const shape: Damage = {
  name: 'another shape of a constant',
  *suggest({ node, parent, text }) {
    const [element] = argumentsOf(node);
    if (callee(node) !== 'setOf' || !element || !parent) return;
    yield { node, text: text(element), from: text(parent), to: text(element) };
  },
};
