import type { Builtin, Ir } from '../../lower/ir.js';
import { canonicalName } from '../../run/values/builtins.js';
import type { Generator, Lines } from './generator.js';
import { named } from './generator.js';
import { emitImplication } from './logic.js';
import { elementsText } from './loops.js';
import { emitParts } from './sets.js';
import { storedValue } from './stored.js';
import { isComparisonWithEmpty, isEmptySet } from './uses.js';

/** Which function of the runtime an operator is. */
const functions: Readonly<Record<string, string>> = {
  '=': 'equal',
  '\\in': 'isIn',
  '\\subseteq': 'isSubsetOf',
  '\\union': 'unite',
  '\\intersect': 'intersect',
  '\\': 'subtract',
  SUBSET: 'subsetsOf',
  UNION: 'unionOf',
  DOMAIN: 'domainOf',
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '-.': 'negative',
  '\\div': 'divide',
  '%': 'remainder',
  '^': 'power',
  '<': 'less',
  '>': 'greater',
  '=<': 'atMost',
  '>=': 'atLeast',
  '..': 'interval',
  Cardinality: 'cardinality',
  Len: 'length',
  '\\o': 'concatenate',
  Append: 'append',
  Head: 'head',
  Tail: 'tail',
};

const operatorFunctions: Readonly<Record<string, string>> = {
  SelectSeq: 'select',
  SortSeq: 'sortSequence',
  BagOfAll: 'bagOfAll',
};

/** An operator of the language or of a standard module. */
export function emitBuiltin(g: Generator, ir: Builtin, out: Lines): string {
  const [first, second] = ir.arguments;
  const name = canonicalName(ir.name);
  if (ir.element !== undefined && first !== undefined && second !== undefined)
    return emitWithOperator(g, name, ir, first, second, out);
  if (first === undefined) return `${g.use('builtin')}(${JSON.stringify(name)})`;
  if (name === 'UNION' && (first.op === 'set' || first.op === 'map')) {
    return `${g.use('unionOfParts')}(${emitParts(g, first, out)}, ${g.span(ir.span)})`;
  }
  if (second === undefined) {
    return name === '~' ? `!${g.truth(first, out)}` : general(g, name, ir, out);
  }
  switch (name) {
    case '=>':
      return emitImplication(g, first, second, out);
    case '<=>':
      return `(${g.truth(first, out)} === ${g.truth(second, out)})`;
    case '=':
      return emitEqual(g, ir, first, second, out);
    case '/=':
      return `!${emitEqual(g, ir, first, second, out)}`;
    case '\\in':
      return emitIn(g, ir, first, second, out);
    case '\\notin':
      return `!${emitIn(g, ir, first, second, out)}`;
    case '\\union':
      if (second.op === 'set' && second.elements.length === 1 && !g.facts.isClosed(second)) {
        const set = g.value(first, out);
        return `${g.use('include')}(${set}, ${storedValue(g, second.elements[0] as Ir, out)}, ${g.span(ir.span)})`;
      }
      return general(g, name, ir, out);
    default:
      return general(g, name, ir, out);
  }
}

function general(g: Generator, name: string, ir: Builtin, out: Lines): string {
  const operands = [...ir.arguments.map((argument) => g.value(argument, out)), g.span(ir.span)].join(', ');
  const known = functions[name];
  if (known !== undefined) return `${g.use(known)}(${operands})`;
  return `${g.use('operations')}.get(${JSON.stringify(name)}).run(${operands})`;
}

function emitEqual(g: Generator, ir: Builtin, left: Ir, right: Ir, out: Lines): string {
  if (isComparisonWithEmpty(ir)) {
    const set = isEmptySet(left) ? right : left;
    if (set.op === 'filter' || (set.op === 'call' && g.lets.get(set.definition)?.type === 'elements')) {
      return `(${elementsText(g, set, out)}.length === 0)`;
    }
    return `${g.use('isEmpty')}(${g.value(set, out)}, ${g.span(ir.span)})`;
  }
  if (left.op === 'tuple' && right.op === 'tuple' && left.elements.length === right.elements.length) {
    const pairs = left.elements.map((element, index) => [element, right.elements[index] as Ir] as const);
    const texts = pairs.map(([a, b]) => [g.value(a, out), g.value(b, out)] as const);
    return `(${texts.map(([a, b]) => `${g.use('equal')}(${a}, ${b}, ${g.span(ir.span)})`).join(' && ') || 'true'})`;
  }
  return `${g.use('equal')}(${g.value(left, out)}, ${g.value(right, out)}, ${g.span(ir.span)})`;
}

/** `x \in S`, without making the set where it is written out. */
function emitIn(g: Generator, ir: Builtin, element: Ir, set: Ir, out: Lines): string {
  const span = g.span(ir.span);
  const isShort =
    set.op === 'set' && set.elements.length <= 4 && set.elements.every(({ op }) => op === 'constant');
  if (set.op === 'set' && set.elements.length > 0 && (isShort || !g.facts.isClosed(set))) {
    const value = named(g, g.value(element, out), out, 'x');
    const texts = set.elements.map((each) => `${g.use('equal')}(${value}, ${g.value(each, out)}, ${span})`);
    return `(${texts.join(' || ')})`;
  }
  if (set.op === 'builtin' && set.name === '..') {
    const [low, high] = set.arguments.map((end) => g.value(end, out));
    return `${g.use('isBetween')}(${g.value(element, out)}, ${low}, ${high}, ${span})`;
  }
  if (element.op === 'tuple' && !g.facts.isClosed(element)) {
    const items = element.elements.map((each) => storedValue(g, each, out));
    return `${g.use('isTupleIn')}([${items.join(', ')}], ${g.value(set, out)}, ${span})`;
  }
  return `${g.use('isIn')}(${g.value(element, out)}, ${g.value(set, out)}, ${span})`;
}

/** `SelectSeq(s, Test)`, `SortSeq(s, Op)`, `BagOfAll(F, B)`: the operator's body comes last. */
function emitWithOperator(
  g: Generator,
  name: string,
  ir: Builtin,
  operand: Ir,
  operator: Ir,
  out: Lines,
): string {
  const value = g.value(operand, out);
  const parameters = (ir.element ?? []).map((local) => {
    const text = g.fresh(local.name);
    g.locals.set(local, { text, later: false, stored: true });
    return text;
  });
  const body: Lines = [];
  const result = name === 'BagOfAll' ? storedValue(g, operator, body) : g.truth(operator, body);
  const f = `(${parameters.join(', ')}) => {\n${[...body, `return ${result};`, '}'].join('\n')}`;
  return `${g.use(operatorFunctions[name] ?? name)}(${value}, ${f}, ${g.span(ir.span)})`;
}
