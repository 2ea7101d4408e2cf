import { EvaluationError, type TlaValue } from '@synod/tla';
import { type Expression, placeOf, type Span } from '../parse/syntax.js';
import { someCombination } from './binder.js';
import type { Binder, Code, Operator, Quantified, Shape } from './code.js';
import type { Conjunct } from './explanation.js';
import { Cell, type Frame, type Machine, OperatorValue } from './frame.js';
import { LazyFunction, LazySet, NoNextState, show, truth, type Value } from './value.js';
import { conjoin, isNearer, type Verdict } from './verdict.js';

type Bindings = Conjunct['bindings'];

/** What explaining needs to know of where it is. */
interface Context {
  readonly machine: Machine;
  readonly frame: Frame;
  readonly bindings: Bindings;
  /** Whether there is no next state, so that what is said of it counts as true: only guards decide. */
  readonly guardsOnly?: boolean;
}

/** How many elements of a domain are tried, one by one, for the one that comes nearest. */
const mostWitnesses = 10_000;

/** Why a boolean formula has its value: which of its conjuncts decide it. */
export function explain(code: Code, context: Context): Verdict {
  if (context.guardsOnly !== true) return explainShape(code, context);
  const { machine } = context;
  const { before, after } = machine;
  try {
    return explainShape(code, context);
  } catch (error) {
    if (!(error instanceof NoNextState)) throw error;
    Object.assign(machine, { before, after, touched: true });
    return { holds: true, conjuncts: [], satisfied: 0, reached: 0 };
  }
}

function explainShape(code: Code, context: Context): Verdict {
  const { shape } = code;
  if (shape === undefined) return leaf(code, context);
  switch (shape.type) {
    case 'conjunction':
      return explainConjunction(shape.items, context);
    case 'disjunction':
      return explainDisjunction(shape.items, context);
    case 'exists':
      return explainExists(code, shape, context);
    case 'all':
      return explainAll(code, shape, context);
    case 'implies':
      return explainImplication(code, shape, context);
    case 'branch':
      return explain(shape.choose(context.frame), context);
    case 'let':
      shape.enter(context.frame);
      return explain(shape.body, context);
    case 'call':
      return explainCall(code, shape, context);
    case 'not':
      return explainNegation(code, shape.operand, context);
    case 'equals':
      return leaf(code, context, (holds) =>
        holds ? undefined : sides(shape.left, shape.right, context.frame),
      );
    case 'unchanged':
    default:
      return leaf(code, context, (holds) => (holds ? undefined : changes(shape, context.frame)));
  }
}

function leaf(code: Code, context: Context, noteOn?: (holds: boolean) => string | undefined): Verdict {
  const holds = truth(code.run(context.frame), code.expression.span);
  const conjunct = conjunctOf(code.expression.span, context, noteOn?.(holds));
  return { holds, conjuncts: [conjunct], satisfied: holds ? 1 : 0, reached: holds ? 1 : 0 };
}

function conjunctOf(
  span: Span,
  { bindings }: Context,
  note?: string,
  because: readonly Conjunct[] = [],
): Conjunct {
  return {
    text: oneLine(span.text),
    place: placeOf(span),
    span,
    bindings,
    ...(note === undefined ? {} : { note }),
    because,
  };
}

/** Without comments, and with one blank for each run of blanks and line ends outside of strings. */
function oneLine(text: string): string {
  return text
    .replace(/("(?:[^"\\\n]|\\.)*")|\\\*.*|\(\*[\s\S]*?\*\)|\s+/g, (_, quoted?: string) => quoted ?? ' ')
    .replace(/("(?:[^"\\\n]|\\.)*")| {2,}/g, (_, quoted?: string) => quoted ?? ' ')
    .trim();
}

/**
 * All false items of a conjunction are given, not only the first. After a false one, an item that cannot be evaluated is
 * passed over: the first one guards it.
 */
function explainConjunction(items: readonly Code[], context: Context): Verdict {
  const verdicts: Verdict[] = [];
  let isGuarded = false;
  for (const item of items) {
    const verdict = isGuarded ? attempt(item, context) : explain(item, context);
    if (verdict === undefined) continue;
    verdicts.push(verdict);
    if (!verdict.holds) isGuarded = true;
  }
  return conjoin(verdicts);
}

/** The verdict, or undefined if the formula cannot be evaluated here. */
function attempt(code: Code, context: Context): Verdict | undefined {
  const { machine } = context;
  const { before, after } = machine;
  try {
    return explain(code, context);
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    Object.assign(machine, { before, after, touched: true });
    return undefined;
  }
}

/** If one branch holds, that one; otherwise what fails in each of them. */
function explainDisjunction(items: readonly Code[], context: Context): Verdict {
  const verdicts: Verdict[] = [];
  for (const item of items) {
    const verdict = explain(item, context);
    if (verdict.holds) return verdict;
    verdicts.push(verdict);
  }
  const best = verdicts.reduce((one, other) => (isNearer(other, one) ? other : one));
  return { ...best, conjuncts: verdicts.flatMap(({ conjuncts }) => conjuncts) };
}

function explainExists(code: Code, shape: Quantified, context: Context): Verdict {
  const { binder, body } = shape;
  let best: Verdict | undefined;
  let tried = 0;
  someCombination(binder, context.frame, () => {
    const verdict = explain(body, withNames(binder, context));
    if (best === undefined || verdict.holds || isNearer(verdict, best)) best = verdict;
    return verdict.holds || ++tried >= mostWitnesses;
  });
  if (best !== undefined && tried >= mostWitnesses && !best.holds && code.run(context.frame) === true) {
    return { ...best, holds: true, conjuncts: [headOf(code, context)] };
  }
  return best ?? emptyDomain(code, binder, context, false);
}

function explainAll(code: Code, shape: Quantified, context: Context): Verdict {
  const { binder, body } = shape;
  let falsified: Verdict | undefined;
  let tried = 0;
  someCombination(binder, context.frame, () => {
    tried++;
    if (truth(body.run(context.frame), body.expression.span)) return false;
    falsified = explain(body, withNames(binder, context));
    return true;
  });
  // Half a formula for all elements is no nearer to TRUE than none of it.
  if (falsified !== undefined) return { ...falsified, satisfied: 0, reached: 0 };
  if (tried === 0) return emptyDomain(code, binder, context, true);
  return { holds: true, conjuncts: [headOf(code, context)], satisfied: 1, reached: 1 };
}

function emptyDomain(code: Code, binder: Binder, context: Context, holds: boolean): Verdict {
  const sets = binder.bounds.map((bound) => oneLine(bound.set.span.text));
  const count = holds ? 1 : 0;
  return {
    holds,
    conjuncts: [headOf(code, context, `no element of ${sets.join(' or of ')}`)],
    satisfied: count,
    reached: count,
  };
}

/** The quantifier itself, without its body. */
function headOf(code: Code, context: Context, note?: string): Conjunct {
  const { span } = code.expression;
  const { bounds } = code.expression as Extract<Expression, { type: 'all' | 'exists' }>;
  const last = bounds.at(-1)?.span;
  const length = last === undefined ? span.text.length : span.text.indexOf(last.text) + last.text.length;
  return { ...conjunctOf(span, context, note), text: oneLine(span.text.slice(0, length)) };
}

function withNames(binder: Binder, context: Context): Context {
  const bindings = { ...context.bindings };
  for (const { name, slot } of binder.names) bindings[name] = context.frame.slots[slot] as TlaValue;
  return { ...context, bindings };
}

function explainImplication(
  code: Code,
  shape: Extract<Shape, { type: 'implies' }>,
  context: Context,
): Verdict {
  if (!truth(shape.left.run(context.frame), shape.left.expression.span)) return leaf(code, context);
  const right = explain(shape.right, context);
  const [only, second] = right.conjuncts;
  if (isStructured(shape.right) || only === undefined || second !== undefined) return right;
  const { bindings, note, because } = only;
  return { ...right, conjuncts: [conjunctOf(code.expression.span, { ...context, bindings }, note, because)] };
}

/** Whether a formula has conjuncts of its own that can be named instead of it. */
function isStructured({ shape }: Code): boolean {
  return shape !== undefined && !['call', 'equals', 'unchanged', 'not'].includes(shape.type);
}

function explainCall(code: Code, shape: Extract<Shape, { type: 'call' }>, context: Context): Verdict {
  const frame = shape.enter(context.frame);
  const inner = explain(shape.operator.body(), {
    ...context,
    frame,
    bindings: parametersOf(shape.operator, frame),
  });
  const isBare =
    inner.conjuncts.length === 1 && inner.conjuncts[0]?.text === oneLine(code.expression.span.text);
  const conjunct = conjunctOf(code.expression.span, context, undefined, isBare ? [] : inner.conjuncts);
  return { ...inner, conjuncts: [conjunct] };
}

/** The parameters that are values of TLA+ or can be evaluated; operators and infinite sets are left out. */
function parametersOf(operator: Operator, frame: Frame): Bindings {
  const bindings: { [name: string]: TlaValue } = {};
  operator.parameters.forEach(({ name }, index) => {
    const held = frame.slots[index];
    if (held === undefined || held instanceof OperatorValue) return;
    const value: Value = held instanceof Cell ? held.get() : held;
    if (!(value instanceof LazySet) && !(value instanceof LazyFunction)) bindings[name] = value;
  });
  return bindings;
}

/** `~ P` is reported whole, with the bindings for which P is what it should not be. */
function explainNegation(code: Code, operand: Code, context: Context): Verdict {
  // What counts as true because it cannot be seen would count as false here: it is passed on to who asked for guards.
  const inner = explain(operand, { ...context, guardsOnly: false });
  const holds = !inner.holds;
  const bindings = inner.conjuncts[0]?.bindings ?? context.bindings;
  const count = holds ? 1 : 0;
  return {
    holds,
    conjuncts: [
      conjunctOf(code.expression.span, { ...context, bindings: inner.holds ? bindings : context.bindings }),
    ],
    satisfied: count,
    reached: count,
  };
}

function sides(left: Code, right: Code, frame: Frame): string {
  return `left is ${show(left.run(frame))}, right is ${show(right.run(frame))}`;
}

function changes(shape: Extract<Shape, { type: 'unchanged' }>, frame: Frame): string {
  const changed = shape.parts.filter((part) => !shape.isUnchanged(part, frame));
  return changed.map((part) => `${oneLine(part.expression.span.text)} changes`).join(', ');
}
