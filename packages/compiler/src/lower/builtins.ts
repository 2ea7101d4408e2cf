/**
 * The operators that a back end knows, by their names in the `name` of a `Builtin`, with the number of their arguments.
 * The parser's names of some are others: `builtinName` has the one for all spellings.
 */
export const builtinArity: ReadonlyMap<string, number> = new Map([
  ...['BOOLEAN', 'STRING', 'Nat', 'Int', 'EmptyBag'].map((name) => [name, 0] as const),
  ...['~', 'DOMAIN', 'SUBSET', 'UNION', '-.'].map((name) => [name, 1] as const),
  ...['IsFiniteSet', 'Cardinality', 'Seq', 'Len', 'Head', 'Tail', 'Permutations'].map(
    (name) => [name, 1] as const,
  ),
  ...['=>', '<=>', '=', '/=', '\\in', '\\notin', '\\subseteq', '\\union', '\\intersect', '\\'].map(
    (name) => [name, 2] as const,
  ),
  ...['+', '-', '*', '^', '%', '\\div', '..', '<', '>', '<=', '>='].map((name) => [name, 2] as const),
  ...['\\o', 'Append', ':>', '@@', 'Assert', 'Print', 'SelectSeq'].map((name) => [name, 2] as const),
  ['PrintT', 1],
  ['ToString', 1],
  ['TLCEval', 1],
  ['SortSeq', 2],
  ['BagOfAll', 2],
  ['SubSeq', 3],
  ...['IsABag', 'BagToSet', 'SetToBag', 'BagCardinality', 'BagUnion', 'SubBag'].map(
    (name) => [name, 1] as const,
  ),
  ...['BagIn', '(+)', '(-)', '\\sqsubseteq', 'CopiesIn'].map((name) => [name, 2] as const),
]);

const spellings: ReadonlyMap<string, string> = new Map([
  ['#', '/='],
  ['\\cup', '\\union'],
  ['\\cap', '\\intersect'],
  ['\\oplus', '(+)'],
  ['\\ominus', '(-)'],
]);

/** The name of an operator as a `Builtin` has it, from the name that the parser gives to it. */
export function builtinName(parsed: string): string {
  return spellings.get(parsed) ?? parsed;
}

/** Of the builtins that take an operator: which operand it is, and names for its parameters. In the IR its body comes last. */
export const operatorOperand: ReadonlyMap<
  string,
  { readonly index: number; readonly formals: readonly string[] }
> = new Map([
  ['SelectSeq', { index: 1, formals: ['element'] }],
  ['SortSeq', { index: 1, formals: ['left', 'right'] }],
  ['BagOfAll', { index: 0, formals: ['element'] }],
]);
