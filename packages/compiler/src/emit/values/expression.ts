import type { Ir, Let } from '../../lower/ir.js';
import { emitBuiltin } from './builtin.js';
import { emitCall, emitLets, emitLocal } from './definitions.js';
import { emitApply, emitExcept, emitFunctionSet, emitRecord } from './functions.js';
import type { Generator, Lines } from './generator.js';
import { emitCase, emitIf, emitJunction, emitQuantifier } from './logic.js';
import { dependencies, emitLifted, isLoop, isRepeated } from './memo.js';
import { emitChoose, emitFilter, emitFunction, emitListing, emitMap, mayBeEndless } from './sets.js';
import { evaluatedOnce, placesOfLet } from './uses.js';

/** The text of an expression's value. */
export function emitValue(g: Generator, ir: Ir, out: Lines): string {
  if (isWorthHoisting(g, ir)) return hoist(g, ir);
  const evaluate = (into: Lines): string => emit(g, ir, (inner, at) => g.value(inner, at), into);
  if (g.lifted || !isLoop(ir) || isLazy(ir)) return evaluate(out);
  const values = dependencies(g, ir);
  return values === undefined ? evaluate(out) : emitLifted(g, ir.op, values, isRepeated(g, values), evaluate);
}

/** The text of what must be TRUE or FALSE. */
export function emitTruth(g: Generator, ir: Ir, out: Lines): string {
  if (g.facts.isTruth(ir)) return emitValue(g, ir, out);
  // What a branch gives is asked in the branch: it may be TRUE or FALSE in one only.
  if (ir.op === 'if' || ir.op === 'case' || ir.op === 'let')
    return emit(g, ir, (inner, into) => g.truth(inner, into), out);
  return `${g.use('truth')}(${emitValue(g, ir, out)}, ${g.span(ir.span)})`;
}

function emit(g: Generator, ir: Ir, ask: (ir: Ir, out: Lines) => string, out: Lines): string {
  switch (ir.op) {
    case 'constant':
      return g.constant(ir.value);
    case 'variable':
      return `${ir.primed ? 'p' : 'x'}${ir.index}`;
    case 'local':
      return emitLocal(g, ir);
    case 'call':
      return emitCall(g, ir, out);
    case 'builtin':
      return emitBuiltin(g, ir, out);
    case 'and':
    case 'or':
      return emitJunction(g, ir, out);
    case 'forall':
    case 'exists':
      return emitQuantifier(g, ir, out);
    case 'choose':
      return emitChoose(g, ir, out);
    case 'filter':
      return emitFilter(g, ir, out);
    case 'map':
      return emitMap(g, ir, out);
    case 'function':
      return emitFunction(g, ir, out);
    case 'set':
    case 'tuple':
    case 'product':
      return emitListing(g, ir, out);
    case 'functionSet':
      return emitFunctionSet(g, ir, out);
    case 'record':
    case 'recordSet':
      return emitRecord(g, ir, out);
    case 'apply':
      return emitApply(g, ir, out);
    case 'except':
      return emitExcept(g, ir, out);
    case 'if':
      return emitIf(g, ir, ask, out);
    case 'case':
      return emitCase(g, ir, ask, out);
    case 'let':
    default:
      return emitLet(g, ir, ask, out);
  }
}

function emitLet(g: Generator, ir: Let, ask: (ir: Ir, out: Lines) => string, out: Lines): string {
  const strict = g.strict.ofIr(ir.body);
  const places = placesOfLet(ir.definitions, [evaluatedOnce(ir.body)]);
  emitLets(g, ir.definitions, (definition) => strict.has(definition), places, out);
  return ask(ir.body, out);
}

/** A function or a set that is not evaluated at once must not be remembered with what it has seen. */
function isLazy(ir: Ir): boolean {
  if (ir.op === 'filter') return mayBeEndless(ir.bound.set);
  return ir.op === 'function' && (ir.self !== undefined || ir.bounds.some(({ set }) => mayBeEndless(set)));
}

const simple: ReadonlySet<Ir['op']> = new Set(['constant', 'variable', 'local', 'and', 'or', 'if', 'apply']);
const cheap: ReadonlySet<string> = new Set([
  '=',
  '/=',
  '#',
  '<',
  '>',
  '<=',
  '>=',
  '=<',
  '+',
  '-',
  '-.',
  '~',
  '=>',
  '<=>',
]);

/** Whether an expression has the same value always, and is not as quickly evaluated as that is looked up. */
function isWorthHoisting(g: Generator, ir: Ir): boolean {
  if (g.hoisting || simple.has(ir.op)) return false;
  if (ir.op === 'builtin' && cheap.has(ir.name)) return false;
  // A definition without parameters keeps its value itself.
  if (ir.op === 'call' && (ir.arguments.length === 0 || g.facts.isLocal(ir.definition))) return false;
  return g.facts.isClosed(ir);
}

/** Evaluated where it is first needed, and never again. */
function hoist(g: Generator, ir: Ir): string {
  const [known, name] = [g.fresh('known'), g.fresh('constant')];
  const body: Lines = [];
  const { assigning, lifted } = g;
  g.lifted = true;
  g.hoisting = true;
  g.assigning = false;
  const text = g.value(ir, body);
  g.hoisting = false;
  g.assigning = assigning;
  g.lifted = lifted;
  g.top.push(`var ${known};`, `function ${name}() {`, ...body, `return ${known} = ${text};`, '}');
  return `(${known} ?? ${name}())`;
}
