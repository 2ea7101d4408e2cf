/**
 * `UNCHANGED <<…>>`: the named variables, as they are. Spread last into the next state, it lets the compiler
 * refuse a variable that is forgotten or assigned twice.
 */
export function UNCHANGED<S, V extends keyof S>(state: S, ...variables: readonly V[]): Pick<S, V> {
  const same: Partial<Pick<S, V>> = {};
  for (const variable of variables) same[variable] = state[variable];
  return same as Pick<S, V>;
}
