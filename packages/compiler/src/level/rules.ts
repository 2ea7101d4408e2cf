import type { Level } from './level.js';

/** What an operator of the language makes of the levels of its operands. */
export interface Rule {
  /** The highest level of each operand. */
  readonly most: readonly Level[];
  /** Its own level, whatever the operands'. */
  readonly least: Level;
}

const rule = (least: Level, ...most: Level[]): Rule => ({ most, least });

/** The operators of the language that are written with their names, as SANY has them. */
export const rules: ReadonlyMap<string, Rule> = new Map([
  ...['STRING', 'BOOLEAN', 'Nat', 'Int', 'Real'].map((name) => [name, rule(0)] as const),
  ...['=', '#', '\\in', '\\notin', '\\subseteq', '\\', '\\cap', '\\cup'].map(
    (name) => [name, rule(0, 2, 2)] as const,
  ),
  ...['SUBSET', 'UNION', 'DOMAIN'].map((name) => [name, rule(0, 2)] as const),
  ['~', rule(0, 3)],
  ['=>', rule(0, 3, 3)],
  ['<=>', rule(0, 3, 3)],
  ["'", rule(2, 1)],
  ['UNCHANGED', rule(2, 1)],
  ['ENABLED', rule(1, 2)],
  ['\\cdot', rule(2, 2, 2)],
  ['[]', rule(3, 3)],
  ['<>', rule(3, 3)],
  ['~>', rule(3, 3, 3)],
  ['-+->', rule(3, 3, 3)],
]);

/** Operators whose level is another than that of their operands. */
export const fixed: ReadonlySet<string> = new Set(['ENABLED']);
