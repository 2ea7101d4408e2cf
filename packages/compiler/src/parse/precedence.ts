import { InputError } from '@synod/tla';
import { field, type Node, nodePlace } from './node.js';
import { infix, operatorNames, type Precedence, prefix } from './operators.js';
import type { Source } from './source.js';

/**
 * Refuses what TLA+ refuses and the grammar lets pass, such as `a = b = c` or `a /\ b \/ c`: there the grammar would pick
 * one of two readings.
 */
export function checkPrecedence(node: Node, source: Source): void {
  if (node.type !== 'bound_infix_op') return;
  const name = nameOfOperator(node);
  check(node, name, field(node, 'lhs'), true, source);
  check(node, name, field(node, 'rhs'), false, source);
}

/** The name of the operator that an infix, prefix or postfix node applies. */
export function nameOfOperator(node: Node): string {
  const symbol = field(node, 'symbol');
  return operatorNames.get(symbol.type) ?? symbol.text;
}

function check(parent: Node, name: string, child: Node, isLeft: boolean, source: Source): void {
  const inner = precedenceOf(child);
  if (inner === undefined) return;
  // SANY takes any prefix operator to the right of an infix one, but for the minus sign: `a = ~ b`, not `a * -b`.
  if (!isLeft && child.type === 'bound_prefix_op' && nameOfOperator(child) !== '-.') return;
  const outer = infix(name);
  if (inner.low > outer.high) return;
  const childName = nameOfOperator(child);
  if (isLeft && childName === name && outer.associative) return;
  throw new InputError(
    'tla-precedence',
    `\`${childName}\` and \`${name}\` side by side can be read in two ways: write parentheses`,
    nodePlace(field(parent, 'symbol'), source),
  );
}

function precedenceOf(node: Node): Precedence | undefined {
  if (node.type === 'bound_infix_op') return infix(nameOfOperator(node));
  if (node.type === 'bound_prefix_op') return prefix(nameOfOperator(node));
  return undefined;
}
