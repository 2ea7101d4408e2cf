/**
 * The standard modules that are built in: the names that each defines, besides those of the modules that it extends.
 * What evaluates them is in `evaluate/`. A file of the user's with such a name is not read; TLC reads it, and puts its own
 * operators in the place of those that it has.
 */
export interface StandardModule {
  readonly extends: readonly string[];
  readonly names: readonly string[];
}

/** Modules, what they extend, and their operators with the number of their parameters. */
const table: readonly (readonly [module: string, extended: string, operators: string])[] = [
  ['Naturals', '', '+/2 -/2 */2 ^/2 </2 >/2 <=/2 >=/2 %/2 \\div/2 ../2 Nat/0'],
  ['Integers', 'Naturals', 'Int/0 -./1'],
  ['Reals', 'Integers', 'Real/0 //2 Infinity/0'],
  ['FiniteSets', '', 'IsFiniteSet/1 Cardinality/1'],
  ['Sequences', '', 'Seq/1 Len/1 \\o/2 Append/2 Head/1 Tail/1 SubSeq/3 SelectSeq/2'],
  [
    'TLC',
    '',
    ':>/2 @@/2 Assert/2 Print/2 PrintT/1 Permutations/1 SortSeq/2 ToString/1 TLCEval/1 Any/0' +
      ' JavaTime/0 TLCGet/1 TLCSet/2 RandomElement/1',
  ],
  [
    'Bags',
    'TLC',
    'IsABag/1 BagToSet/1 SetToBag/1 BagIn/2 EmptyBag/0 \\oplus/2 \\ominus/2 BagUnion/1 \\sqsubseteq/2' +
      ' SubBag/1 BagOfAll/2 BagCardinality/1 CopiesIn/2',
  ],
];

function split(words: string): string[] {
  return words === '' ? [] : words.split(' ');
}

const nameOf = (operator: string): string => operator.slice(0, operator.lastIndexOf('/'));

export const standardModules: ReadonlyMap<string, StandardModule> = new Map(
  table.map(([module, extended, operators]) => [
    module,
    { extends: split(extended), names: split(operators).map(nameOf) },
  ]),
);

/** How many parameters an operator of a standard module has. */
export const standardArities: ReadonlyMap<string, number> = new Map(
  table.flatMap(([, , operators]) =>
    split(operators).map((operator) => [
      nameOf(operator),
      Number(operator.slice(nameOf(operator).length + 1)),
    ]),
  ),
);

/** The module that defines a name, for an error message: `Integers` for `-.`. */
export function standardModuleOf(name: string): string | undefined {
  for (const [module, { names }] of standardModules) if (names.includes(name)) return module;
  return undefined;
}
