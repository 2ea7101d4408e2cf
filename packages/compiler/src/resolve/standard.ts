/**
 * The standard modules that are built in: the names that each defines, besides those of the modules that it extends.
 * What evaluates them is in `evaluate/`.
 */
export interface StandardModule {
  readonly extends: readonly string[];
  readonly names: readonly string[];
}

export const standardModules: ReadonlyMap<string, StandardModule> = new Map([
  ['Naturals', { extends: [], names: ['+', '-', '*', '^', '<', '>', '<=', '>=', '%', '\\div', '..', 'Nat'] }],
  ['Integers', { extends: ['Naturals'], names: ['Int', '-.'] }],
  ['FiniteSets', { extends: [], names: ['IsFiniteSet', 'Cardinality'] }],
  [
    'Sequences',
    { extends: [], names: ['Seq', 'Len', '\\o', 'Append', 'Head', 'Tail', 'SubSeq', 'SelectSeq'] },
  ],
  ['TLC', { extends: [], names: [':>', '@@', 'Assert', 'Print', 'PrintT', 'Permutations'] }],
]);

/** The module that defines a name, for an error message: `Integers` for `-.`. */
export function standardModuleOf(name: string): string | undefined {
  for (const [module, { names }] of standardModules) if (names.includes(name)) return module;
  return undefined;
}
