import { isTuple, nameOf, TlaSet, type TlaValue } from '@synod/tla';
import { pairsOf } from './equality.js';

const ranks = ['symbol', 'boolean', 'number', 'bigint', 'string', 'object'];

/**
 * TLC's order of values, as far as it does not depend on where their text stands: model values first; integers by size;
 * sets by how many elements they have, then element by element; functions likewise, argument and value in turn. Strings
 * and model values are in the order of their characters, where TLC has them in the order in which it met them.
 */
function compareAsTlc(left: TlaValue, right: TlaValue): number {
  if (left === right) return 0;
  const kinds = ranks.indexOf(typeof left) - ranks.indexOf(typeof right);
  if (typeof left === 'symbol' && typeof right === 'symbol') return before(nameOf(left), nameOf(right));
  if (isInteger(left) && isInteger(right)) return before(left, right);
  if (kinds !== 0 || typeof left !== 'object' || typeof right !== 'object') {
    return kinds === 0 ? before(left, right) : kinds;
  }
  if (left instanceof TlaSet || right instanceof TlaSet) {
    if (!(left instanceof TlaSet && right instanceof TlaSet)) return left instanceof TlaSet ? -1 : 1;
    return left.size - right.size || compareLists(inOrder(left.elements), inOrder(right.elements));
  }
  if (isTuple(left) && isTuple(right)) return left.length - right.length || compareLists(left, right);
  return compareFunctions(left, right);
}

/** The elements of a set as CHOOSE takes them. */
export function inOrder(elements: readonly TlaValue[]): readonly TlaValue[] {
  return elements.toSorted(compareAsTlc);
}

function compareFunctions(left: TlaValue, right: TlaValue): number {
  const lists = [left, right].map((value) => {
    const { domain, values } = pairsOf(value);
    return domain
      .map((argument, index) => [argument, values[index] as TlaValue] as const)
      .toSorted(([a], [b]) => compareAsTlc(a, b))
      .flat();
  });
  const [a = [], b = []] = lists;
  return a.length - b.length || compareLists(a, b);
}

function compareLists(left: readonly TlaValue[], right: readonly TlaValue[]): number {
  for (const [index, element] of left.entries()) {
    const order = compareAsTlc(element, right[index] as TlaValue);
    if (order !== 0) return order;
  }
  return 0;
}

function isInteger(value: TlaValue): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function before<T>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
