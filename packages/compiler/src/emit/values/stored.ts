import type { Ir } from '../../lower/ir.js';
import type { Generator } from './generator.js';

const numbers: ReadonlySet<string> = new Set(['+', '-', '*', '-.', '\\div', '%', '^', 'Len', 'Cardinality']);
/** These give what has nothing lazy in it. */
const made: ReadonlySet<string> = new Set(
  (
    '\\o Append SubSeq SelectSeq SortSeq BagOfAll ToString TLCEval @@ :> BOOLEAN UNION Permutations EmptyBag (+) (-) ' +
    'SetToBag BagToSet BagCardinality CopiesIn SubBag BagUnion'
  ).split(' '),
);
const stored: ReadonlySet<Ir['op']> = new Set([
  'constant',
  'variable',
  'set',
  'tuple',
  'record',
  'map',
  'choose',
  'except',
]);

/** These give a set with nothing lazy in it where their operands are such. */
const sets: ReadonlySet<string> = new Set(['\\union', '\\cup', '\\intersect', '\\cap', '\\']);

/** Whether the value of an expression is one that can be an element as it is: neither a large set nor a function by recursion. */
export function isStored(g: Generator, ir: Ir): boolean {
  if (stored.has(ir.op)) return true;
  if (ir.op === 'local') return g.locals.get(ir.local)?.stored ?? false;
  if (ir.op === 'apply') return isStored(g, ir.function);
  if (ir.op === 'if') return isStored(g, ir.consequent) && isStored(g, ir.alternative);
  if (ir.op === 'call') {
    const place = g.lets.get(ir.definition);
    if (place?.type === 'text') return place.stored;
  }
  if (ir.op === 'builtin') {
    if (sets.has(ir.name)) return ir.arguments.every((argument) => isStored(g, argument));
    if (numbers.has(ir.name) || made.has(ir.name)) return true;
  }
  return g.facts.isTruth(ir);
}

/** The text of a value that can be an element. */
export function storedValue(g: Generator, ir: Ir, out: string[]): string {
  const text = g.value(ir, out);
  return isStored(g, ir) ? text : `${g.use('stored')}(${text}, ${g.span(ir.span)})`;
}
