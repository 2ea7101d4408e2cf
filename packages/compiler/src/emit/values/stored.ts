import type { Ir } from '../../lower/ir.js';
import type { Generator } from './generator.js';

const numbers: ReadonlySet<string> = new Set(['+', '-', '*', '-.', '\\div', '%', '^', 'Len', 'Cardinality']);
const made: ReadonlySet<string> = new Set([
  ...[
    '\\o',
    'Append',
    'SubSeq',
    'SelectSeq',
    'SortSeq',
    'BagOfAll',
    'ToString',
    'TLCEval',
    '@@',
    ':>',
    'BOOLEAN',
    'UNION',
    'Permutations',
  ],
  ...['EmptyBag', '(+)', '(-)', 'SetToBag', 'BagToSet', 'BagCardinality', 'CopiesIn', 'SubBag', 'BagUnion'],
]);

/** These give a set with nothing lazy in it where their operands are such. */
const sets: ReadonlySet<string> = new Set(['\\union', '\\cup', '\\intersect', '\\cap', '\\']);

/** Whether the value of an expression is one that can be an element as it is: neither a large set nor a function by recursion. */
export function isStored(g: Generator, ir: Ir): boolean {
  switch (ir.op) {
    case 'constant':
    case 'variable':
    case 'set':
    case 'tuple':
    case 'record':
    case 'map':
    case 'choose':
    case 'except':
      return true;
    case 'local':
      return g.locals.get(ir.local)?.stored ?? false;
    case 'builtin':
      if (sets.has(ir.name)) return ir.arguments.every((argument) => isStored(g, argument));
      return numbers.has(ir.name) || made.has(ir.name) || g.facts.isTruth(ir);
    case 'apply':
      return isStored(g, ir.function);
    case 'if':
      return isStored(g, ir.consequent) && isStored(g, ir.alternative);
    case 'call': {
      const place = g.lets.get(ir.definition);
      if (place?.type === 'text') return place.stored;
      return g.facts.isTruth(ir);
    }
    default:
      return g.facts.isTruth(ir);
  }
}

/** The text of a value that can be an element. */
export function storedValue(g: Generator, ir: Ir, out: string[]): string {
  const text = g.value(ir, out);
  return isStored(g, ir) ? text : `${g.use('stored')}(${text}, ${g.span(ir.span)})`;
}
