import type { AnyNode, CallExpression, LogicalExpression } from 'acorn';
import { argumentsOf, callee, type Damage, type Suggestion } from './suggestion.js';

const neutral: { readonly [operator: string]: string } = { '&&': 'true', '||': 'false' };

/** A conjunct that is not asked for, a disjunct that is not allowed. */
export const juncts: Damage = {
  name: 'a conjunct or disjunct dropped',
  *suggest({ node, parent, text }) {
    if (node.type !== 'LogicalExpression') return;
    const inner = parent?.type === 'LogicalExpression' && parent.operator === node.operator;
    if (inner && parent.left === node) return;
    for (const junct of chain(node)) {
      yield { node: junct, text: neutral[node.operator] ?? '', from: text(junct), to: 'dropped' };
    }
  },
};

/** The operands of `a && b && c`, which nests to the left. */
function chain(node: LogicalExpression): readonly AnyNode[] {
  const { left } = node;
  const before = left.type === 'LogicalExpression' && left.operator === node.operator ? chain(left) : [left];
  return [...before, node.right];
}

/** Both sides of an implication, one at a time. */
export const implication: Damage = {
  name: 'a side of an implication dropped',
  *suggest({ node, text }) {
    if (callee(node) !== 'implies') return;
    const [premise, conclusion] = argumentsOf(node);
    if (premise) yield { node: premise, text: 'true', from: text(premise), to: 'dropped' };
    if (conclusion) yield { node: conclusion, text: '() => true', from: text(conclusion), to: 'dropped' };
  },
};

/** A guard that turns nothing away. */
export const guard: Damage = {
  name: 'a guard dropped',
  *suggest({ node, text }) {
    if (node.type !== 'IfStatement') return;
    yield { node: node.test, text: 'false', from: `if(${text(node.test)})`, to: 'dropped' };
  },
};

export const negation: Damage = {
  name: 'a negation dropped',
  *suggest({ node, text }) {
    if (node.type !== 'UnaryExpression' || node.operator !== '!') return;
    // A comparison is damaged as what it is.
    if (node.argument.type !== 'CallExpression') return;
    const inner = text(node.argument);
    yield { node, text: `(${inner})`, from: text(node), to: 'not negated' };
  },
};

const swapped: { readonly [quantifier: string]: string } = { exists: 'forAll', forAll: 'exists' };

/** `\A` for `\E`, `\E` for `\A`. */
export const quantifier: Damage = {
  name: 'another quantifier',
  *suggest({ node, text }) {
    const name = callee(node) ?? '';
    const other = swapped[name];
    const [domain] = argumentsOf(node);
    if (other === undefined || domain === undefined || node.type !== 'CallExpression') return;
    yield { node: node.callee, text: `$${other}`, from: `${name}(${text(domain)})`, to: other };
  },
};

export const conditional: Damage = {
  name: 'one branch for both',
  *suggest({ node, text }) {
    if (node.type !== 'ConditionalExpression') return;
    const test = `${text(node.test)}?`;
    yield { node, text: `(${text(node.consequent)})`, from: test, to: 'always' };
    yield { node, text: `(${text(node.alternate)})`, from: test, to: 'never' };
  },
};

const others = new Set([
  'filter',
  'functionOn',
  'including',
  'map',
  'range',
  'readConstants',
  'set',
  'steps',
]);

const compound = new Set(['exists', 'forAll', 'implies', 'isFunctionOn', 'isSubset']);

/** A definition, a case of one or a quantified formula that is TRUE, or FALSE, whatever the state. */
export const constant: Damage = {
  name: 'a formula that is constant',
  *suggest({ node, ancestors, parent, text }) {
    if (node.type === 'ReturnStatement' && node.argument && isFormula(node.argument)) {
      if (generates(ancestors)) return;
      const cases = parent?.type === 'SwitchCase' && parent.test ? `case ${text(parent.test)} ` : '';
      yield* both(node.argument, `${cases}return ${text(node.argument)}`);
    }
    const quantified = parent?.type === 'CallExpression' && callee(parent) !== 'implies';
    if (node.type !== 'ArrowFunctionExpression' || !quantified) return;
    // A chain, a comparison and a formula within it are damaged as what they are.
    const { body } = node;
    if (body.type !== 'CallExpression' || !isFormula(body) || compound.has(callee(body) ?? '')) return;
    yield { node: body, text: 'true', from: text(node), to: 'TRUE' };
  },
};

function* both(node: AnyNode, from: string): Iterable<Suggestion> {
  const literal = node.type === 'Literal' ? node.value : undefined;
  if (literal !== true) yield { node, text: 'true', from, to: 'TRUE' };
  if (literal !== false) yield { node, text: 'false', from, to: 'FALSE' };
}

function isFormula(node: AnyNode): boolean {
  if (node.type === 'LogicalExpression' || node.type === 'BinaryExpression') return true;
  if (node.type === 'UnaryExpression') return node.operator === '!';
  if (node.type === 'Literal') return typeof node.value === 'boolean';
  if (node.type !== 'CallExpression') return false;
  const name = callee(node) ?? (isMembership(node) ? 'has' : undefined);
  return name !== undefined && !others.has(name);
}

/** `set.has(element)` */
function isMembership({ callee: called }: CallExpression): boolean {
  return (
    called.type === 'MemberExpression' &&
    called.property.type === 'Identifier' &&
    called.property.name === 'has'
  );
}

function generates(ancestors: readonly AnyNode[]): boolean {
  return ancestors.some((node) => node.type === 'FunctionDeclaration' && node.generator);
}
