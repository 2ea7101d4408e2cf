/** Where a state, or a part of one, has its own way of telling whether an operator is TRUE for it. */
export const answer: unique symbol = Symbol('answer');

/** An operator that is TRUE or FALSE. */
export type Truth = (k: unknown, of: unknown, ...formals: readonly unknown[]) => boolean;

/** A state, or a part of one, that looks up whether operators are TRUE for it. */
export interface Answering {
  [answer](operator: Truth, k: unknown, formals: readonly unknown[]): boolean;
}

/**
 * Says of an operator that it depends on nothing but its arguments, the first two being the constants and the state, or
 * a part of the state. Where it is applied to many states, it is then evaluated once for all that it cannot tell apart,
 * also for operators that use it: of `Inv == TypeOK /\ VotesSafe`, only that TypeOK and VotesSafe are TRUE matters.
 */
export function operator<K, S, A extends [unknown?, unknown?, unknown?]>(
  value: (k: K, s: S, ...formals: A) => boolean,
): (k: K, s: S, ...formals: A) => boolean {
  const truth = value as Truth;
  // An array of formals for each call would take longer than many an operator.
  const asked = (k: unknown, s: unknown, x?: unknown, y?: unknown, z?: unknown): boolean => {
    const ask = (s as Partial<Answering>)[answer];
    return ask === undefined ? truth(k, s, x, y, z) : ask.call(s as Answering, truth, k, [x, y, z]);
  };
  return asked;
}
