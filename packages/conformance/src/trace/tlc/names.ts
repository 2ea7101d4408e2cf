/** Names for a generated module that nothing it extends has. */
export interface Names {
  /** A name like the one wanted. */
  readonly fresh: (wanted: string) => string;
  /** Names for things of a kind: `Matches1`, `Matches2`. */
  readonly series: (wanted: string) => (index: number) => string;
}

/**
 * @param taken the identifiers of all the texts that the module extends
 */
export function namesBeside(taken: ReadonlySet<string>): Names {
  const given = new Set<string>();
  const fresh = (wanted: string): string => {
    // Digits, not underscores: with those, variables are renamed that are bound in the texts taken over.
    let name = wanted;
    for (let i = 2; taken.has(name) || given.has(name); i++) name = `${wanted}${i}`;
    given.add(name);
    return name;
  };
  const series = (wanted: string): ((index: number) => string) => {
    let prefix = fresh(wanted);
    const clashes = (): boolean =>
      [...taken].some((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)));
    while (clashes()) prefix = fresh(`${prefix}x`);
    return (index) => `${prefix}${index}`;
  };
  return { fresh, series };
}
