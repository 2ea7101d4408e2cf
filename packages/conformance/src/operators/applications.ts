import type { Truth } from '@synod/spec';
import { TlaFunction, TlaSet } from '@synod/tla';
import { isWatched } from './watched-values.js';

/** The operators that something is asked for, each with constants and with values of its formals. */
export interface Applications<T> {
  /** What belongs to an operator with these arguments; nothing if it cannot be told from others. */
  readonly find: (operator: Truth, k: unknown, formals: readonly unknown[]) => T | undefined;
}

/** How many there may be: what is applied to ever new objects is not worth remembering. */
const most = 10_000;

/** @param make what belongs to an operator with these arguments, when it is asked for first */
export function applications<T>(
  make: (operator: Truth, k: unknown, formals: readonly unknown[]) => T,
): Applications<T> {
  const root: Branch<T> = { next: new Map() };
  let count = 0;
  return {
    find(operator, k, formals) {
      let branch = below(below(root, operator), k);
      for (const formal of formals) {
        if (!isKnownByItself(formal)) return undefined;
        branch = below(branch, formal);
      }
      if (branch.made === undefined && count < most) {
        branch.made = make(operator, k, formals);
        count++;
      }
      return branch.made;
    },
  };
}

interface Branch<T> {
  made?: T;
  readonly next: Map<unknown, Branch<T>>;
}

function below<T>(branch: Branch<T>, key: unknown): Branch<T> {
  let found = branch.next.get(key);
  if (found === undefined) branch.next.set(key, (found = { next: new Map() }));
  return found;
}

/** Whether this is the same in all states: what is a part of a state, or may hold one, is not. */
function isKnownByItself(formal: unknown): boolean {
  if (typeof formal !== 'object' || formal === null) return typeof formal !== 'function';
  return (formal instanceof TlaSet || formal instanceof TlaFunction) && !isWatched(formal);
}
