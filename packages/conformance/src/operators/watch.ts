/** A state that is filled with values, and tells which of its variables have been looked at since. */
export interface WatchedState<S> {
  readonly state: S;
  /** Fills it. Nothing has been looked at then. */
  fill(values: readonly unknown[]): void;
  /** The variables that have been looked at, in the order in which that was done first. */
  readonly reads: readonly number[];
}

/** A state that has each variable as a field. */
export function watchedState<S>(variables: readonly string[]): WatchedState<S> {
  let current: readonly unknown[] = [];
  const reads: number[] = [];
  const read = (variable: number): unknown => {
    if (!reads.includes(variable)) reads.push(variable);
    return current[variable];
  };
  const getters = variables.map(
    (name, variable) => [name, { enumerable: true, get: () => read(variable) }] as const,
  );
  return {
    state: Object.defineProperties({}, Object.fromEntries(getters)) as S,
    fill(values) {
      current = values;
      reads.length = 0;
    },
    reads,
  };
}
