import { TlaSet } from '@synod/tla';
import { unsupportedAt } from '../parse/node.js';
import type { Span } from '../parse/syntax.js';
import { newDefinition, newLocal } from './context.js';
import { copy } from './copy.js';
import type { Ir, IrBound, IrDefinition, Local, Quantifier } from './ir.js';
import type { Then, Way } from './join.js';
import type { Plan } from './plan.js';
import { bindUsed } from './plan-walk.js';
import type { Planner } from './planner.js';
import { loopsOf, spread } from './spread.js';
import { bind, every } from './steps.js';

/** How the parts of a `\A` are planned. */
export interface Planning {
  readonly planner: Planner;
  readonly plan: (planner: Planner, ir: Ir, way: Way, naming: undefined, then: Then) => Plan;
  /** What there is instead if a variable is read that has no value yet. */
  readonly undefinedIn: (planner: Planner, terms: readonly Ir[], way: Way, span: Span) => Plan | undefined;
}

/** TLC takes `\A x \in S : A` as the conjunction of its instances. */
export function planForall(planning: Planning, ir: Quantifier, way: Way, then: Then): Plan {
  const { planner, undefinedIn } = planning;
  const { bounds, span } = ir;
  const sets = bounds.map(({ set }) => set);
  const missing = undefinedIn(planner, sets, way, span);
  if (missing !== undefined) return missing;
  const { assigns } = planner.summary(ir.body);
  const gives = [...assigns].some((variable) => !way.assigned.has(variable));
  const parts = inParts(planner, ir, gives);
  if (parts !== undefined) {
    const { definitions, ir: whole } = parts;
    return bindUsed(definitions, planForall(planning, whole, way, then), span);
  }
  return gives ? firstThenOthers(planning, ir, way, then) : everyElement(planning, ir, way, then);
}

/** `\A x \in UNION T : A` as `\A s \in T : \A x \in s : A`, where an element counts for each part that it is in. */
function inParts(
  planner: Planner,
  ir: Quantifier,
  gives: boolean,
): { readonly definitions: readonly IrDefinition[]; readonly ir: Quantifier } | undefined {
  if (ir.bounds.every(({ set }) => spread(planner, set) === undefined)) return undefined;
  const { bound, inner } = outermost(ir);
  const found = spread(planner, bound.set);
  if (found === undefined) return { definitions: [], ir: { ...ir, bounds: [bound], body: inner } };
  const { bounds, part } = loopsOf(planner, found);
  const quantified = (over: IrBound, body: Ir): Quantifier => ({
    op: 'forall',
    bounds: [over],
    body,
    span: ir.span,
  });
  const whole = bounds.reduceRight<Quantifier>(
    (body, one) => quantified(gives ? withoutEmpty(planner, one, body) : one, body),
    quantified({ ...bound, set: part }, inner),
  );
  return { definitions: found.definitions, ir: whole };
}

/** Of a bound over sets, those that have elements, since the elements of each are gone through in turn. */
function withoutEmpty({ context, filled }: Planner, bound: IrBound, body: Quantifier): IrBound {
  const [local] = bound.locals as readonly [Local];
  const [inner] = body.bounds;
  if (inner?.set.op !== 'local' || inner.set.local !== local) return bound;
  const { span } = bound;
  filled.add(local);
  const one = newLocal(context, local.name);
  const none: Ir = { op: 'set', elements: [], span };
  const some: Ir = { op: 'builtin', name: '/=', arguments: [{ op: 'local', local: one, span }, none], span };
  const of: IrBound = { locals: [one], tuple: false, set: bound.set, span };
  return { ...bound, set: { op: 'filter', bound: of, body: some, span } };
}

function everyElement({ planner, plan }: Planning, ir: Quantifier, way: Way, then: Then): Plan {
  const { bounds, body, span } = ir;
  const id = planner.context.nextId();
  const each = plan(planner, body, way, undefined, (end) => {
    if (end.assigned.size > way.assigned.size) {
      throw unsupportedAt('a \\A that gives other variables values for one element than for another', span);
    }
    return { step: 'goto', id, span };
  });
  return every(id, bounds, each, then(way), span);
}

/** If the body gives values to variables, it does so for the first element; for the others they have them. */
function firstThenOthers(planning: Planning, ir: Quantifier, way: Way, then: Then): Plan {
  const { planner, plan } = planning;
  const { context } = planner;
  const { bound, inner } = outermost(ir);
  const { set, span } = bound;
  const none: Ir = { op: 'set', elements: [], span };
  const empty: Ir = { op: 'builtin', name: '=', arguments: [set, none], span };
  const { definitions, first, values } = firstOf(planner, bound);
  const others: Ir = {
    op: 'builtin',
    name: '\\',
    arguments: [set, { op: 'set', elements: [first], span }],
    span,
  };
  const rest: Quantifier = { op: 'forall', bounds: [{ ...bound, set: others }], body: inner, span: ir.span };
  const body = plan(planner, copy(context, inner, values), way, undefined, (end) => {
    const { assigns } = planner.summary(inner);
    if ([...assigns].some((variable) => !end.assigned.has(variable))) {
      throw unsupportedAt('a \\A that gives other variables values for one element than for another', span);
    }
    return plan(planner, rest, end, undefined, then);
  });
  const filled = bind(definitions, body, span);
  if (isFilled(planner, set)) return filled;
  return {
    step: 'branch',
    condition: empty,
    consequent: then(way),
    alternative: filled,
    span,
  };
}

/** Whether a set is known to have elements. */
function isFilled({ filled }: Planner, set: Ir): boolean {
  if (set.op === 'local') return filled.has(set.local);
  if (set.op === 'call') return filled.has(set.definition);
  if (set.op === 'set') return set.elements.length > 0;
  return set.op === 'constant' && set.value instanceof TlaSet && set.value.size > 0;
}

/** `\A x, y \in S` as `\A y \in S : \A x \in S`: the first variable varies fastest. */
function outermost({ bounds, body, span }: Quantifier): { readonly bound: IrBound; readonly inner: Ir } {
  const single = bounds.flatMap((bound) =>
    bound.tuple ? [bound] : bound.locals.map((local) => ({ ...bound, locals: [local] })),
  );
  const bound = single.at(-1) as IrBound;
  const others = single.slice(0, -1);
  return { bound, inner: others.length === 0 ? body : { op: 'forall', bounds: others, body, span } };
}

/** The first element of a set, and the locals of a bound for it. */
function firstOf(
  { context, filled }: Planner,
  { locals, tuple, set, span }: IrBound,
): {
  readonly definitions: readonly IrDefinition[];
  readonly first: Ir;
  readonly values: ReadonlyMap<Local, Ir>;
} {
  const element = newLocal(context, 'element');
  const made = newDefinition(context, 'first', [], span);
  const bound: IrBound = { locals: [element], tuple: false, set, span };
  made.body = { op: 'choose', bound, body: { op: 'constant', value: true, span }, span };
  const first: Ir = { op: 'call', definition: made, arguments: [], span };
  if (locals.some((local) => filled.has(local))) filled.add(made);
  const values = locals.map((local, index): readonly [Local, Ir] => {
    if (!tuple) return [local, first];
    const argument: Ir = { op: 'constant', value: index + 1, span };
    return [local, { op: 'apply', function: first, argument, span }];
  });
  return { definitions: [made], first, values: new Map(values) };
}
