/** How tightly an operator binds: the range of Specifying Systems, table 6 (prefix set operators: as SANY has them). */
export interface Precedence {
  readonly low: number;
  readonly high: number;
  readonly associative: boolean;
}

const [left, none] = [true, false];

/** Infix operators: name, node types of the grammar that are written so, range, whether `a op b op c` may be written. */
const infixTable: readonly (readonly [string, string, number, number, boolean])[] = [
  ['=>', 'implies', 1, 1, none],
  ['-+->', 'plus_arrow', 2, 2, none],
  ['<=>', 'equiv iff', 2, 2, none],
  ['~>', 'leads_to', 2, 2, none],
  ['/\\', 'land', 3, 3, left],
  ['\\/', 'lor', 3, 3, left],
  [':=', 'assign', 5, 5, none],
  ['::=', 'bnf_rule', 5, 5, none],
  ['=', 'eq', 5, 5, none],
  ['#', 'neq', 5, 5, none],
  ['<', 'lt', 5, 5, none],
  ['>', 'gt', 5, 5, none],
  ['<=', 'leq', 5, 5, none],
  ['>=', 'geq', 5, 5, none],
  ['\\in', 'in', 5, 5, none],
  ['\\notin', 'notin', 5, 5, none],
  ['\\subseteq', 'subseteq', 5, 5, none],
  ['@@', 'compose', 6, 6, left],
  [':>', 'map_to', 7, 7, none],
  ['<:', 'map_from', 7, 7, none],
  ['\\', 'setminus', 8, 8, none],
  ['\\cap', 'cap', 8, 8, left],
  ['\\cup', 'cup', 8, 8, left],
  ['..', 'dots_2', 9, 9, none],
  ['...', 'dots_3', 9, 9, none],
  ['+', 'plus', 10, 10, left],
  ['++', 'plusplus', 10, 10, left],
  ['\\oplus', 'oplus', 10, 10, left],
  ['%', 'mod', 10, 11, none],
  ['%%', 'modmod', 10, 11, left],
  ['|', 'vert', 10, 11, left],
  ['||', 'vertvert', 10, 11, left],
  ['-', 'minus', 11, 11, left],
  ['--', 'minusminus', 11, 11, left],
  ['\\ominus', 'ominus', 11, 11, left],
  ['\\X', 'times', 10, 13, left],
  ['*', 'mul', 13, 13, left],
  ['**', 'mulmul', 13, 13, left],
  ['&', 'amp', 13, 13, left],
  ['&&', 'ampamp', 13, 13, left],
  ['\\odot', 'odot', 13, 13, left],
  ['\\oslash', 'oslash', 13, 13, none],
  ['\\otimes', 'otimes', 13, 13, left],
  ['/', 'slash', 13, 13, none],
  ['//', 'slashslash', 13, 13, none],
  ['\\bigcirc', 'bigcirc', 13, 13, left],
  ['\\bullet', 'bullet', 13, 13, left],
  ['\\div', 'div', 13, 13, none],
  ['\\o', 'circ', 13, 13, left],
  ['\\star', 'star', 13, 13, left],
  ['!!', 'excl', 9, 13, none],
  ['##', 'hashhash', 9, 13, left],
  ['$', 'dol', 9, 13, left],
  ['$$', 'doldol', 9, 13, left],
  ['??', 'qq', 9, 13, left],
  ['\\sqcap', 'sqcap', 9, 13, left],
  ['\\sqcup', 'sqcup', 9, 13, left],
  ['\\uplus', 'uplus', 9, 13, left],
  ['\\wr', 'wr', 9, 14, none],
  ['\\cdot', 'cdot', 5, 14, left],
  ['^', 'pow', 14, 14, none],
  ['^^', 'powpow', 14, 14, none],
];

/** Infix relations without a meaning of their own: a module may define them. */
const relations =
  'approx rs_ttile rd_ttile ls_ttile ld_ttile asymp cong doteq gg ll prec succ preceq succeq propto sim simeq sqsubset sqsupset sqsubseteq sqsupseteq subset supset supseteq';

const prefixTable: readonly (readonly [string, string, number, number])[] = [
  ['~', 'lnot', 4, 4],
  ['-.', 'negative', 12, 12],
  ['UNION', 'union', 10, 13],
  ['SUBSET', 'powerset', 10, 13],
  ['DOMAIN', 'domain', 10, 13],
  ['ENABLED', 'enabled', 4, 15],
  ['UNCHANGED', 'unchanged', 4, 15],
  ['[]', 'always', 4, 15],
  ['<>', 'eventually', 4, 15],
];

const postfixTable: readonly (readonly [string, string])[] = [
  ["'", 'prime'],
  ['^+', 'sup_plus'],
  ['^*', 'asterisk'],
  ['^#', 'sup_hash'],
];

/** The name of an operator, by the grammar's type of its symbol: one for all its spellings. */
export const operatorNames: ReadonlyMap<string, string> = new Map([
  ...infixTable.flatMap(([name, types]) => types.split(' ').map((type) => [type, name] as const)),
  ...relations.split(' ').map((type) => [type, type.includes('_') ? type : `\\${type}`] as const),
  ...prefixTable.map(([name, type]) => [type, name] as const),
  ...postfixTable.map(([name, type]) => [type, name] as const),
]);

const infixPrecedence = new Map<string, Precedence>(
  infixTable.map(([name, , low, high, associative]) => [name, { low, high, associative }] as const),
);

const prefixPrecedence = new Map<string, Precedence>(
  prefixTable.map(([name, , low, high]) => [name, { low, high, associative: false }] as const),
);

/** The precedence of an infix operator; that of a relation if it is none of the table's. */
export function infix(name: string): Precedence {
  return infixPrecedence.get(name) ?? { low: 5, high: 5, associative: false };
}

/** The precedence of a prefix operator. */
export function prefix(name: string): Precedence {
  return prefixPrecedence.get(name) ?? { low: 4, high: 15, associative: false };
}
