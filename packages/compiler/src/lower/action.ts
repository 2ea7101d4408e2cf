import { InputError } from '@synod/tla';
import { unsupportedAt } from '../parse/node.js';
import { placeOf, type Span } from '../parse/syntax.js';
import { type Context, count, newDefinition } from './context.js';
import { copy } from './copy.js';
import { isTrivial } from './define.js';
import { planForall } from './forall.js';
import { mentionsPrimed } from './free.js';
import { type HeldReader, heldReader } from './held.js';
import { plain } from './holding.js';
import type { Builtin, Call, Case, Ir, IrDefinition, Junction, Let, Local, Quantifier } from './ir.js';
import { join, type Then, type Way } from './join.js';
import type { LoweredAction } from './lowered.js';
import type { Plan } from './plan.js';
import { bindUsed, labelsOf } from './plan-walk.js';
import type { Planner } from './planner.js';
import { settle } from './settle.js';
import { loopsOf, scopeOf, spread } from './spread.js';
import { assign, assignFrom, each, when } from './steps.js';
import { summaries, variableIn } from './summary.js';
import { readsOf, surelyReads } from './undefined.js';

/**
 * Whether an action that is used here gives its name to the step: the number of definitions entered so far, or nothing in a
 * place that is only a part of an action.
 */
type Naming = number | undefined;

/**
 * How TLC finds the states that satisfy a formula.
 *
 * @param whole what steps are called that no action within gives a name to; undefined for Init
 * @param held how TLC holds values; `scopes`: where definitions are used that it evaluates once for all
 * @returns the plan, and the actions that label its steps
 */
export function planOf(
  formula: Ir,
  context: Context,
  variables: readonly string[],
  whole: LoweredAction | undefined,
  held: HeldReader = heldReader(() => plain),
  scopes: ReadonlyMap<IrDefinition, () => readonly Ir[]> = new Map(),
): { readonly plan: Plan; readonly actions: readonly LoweredAction[] } {
  const primed = whole !== undefined;
  const entered = new Map<string, LoweredAction>();
  if (whole !== undefined) entered.set(whole.name, whole);
  const label = whole === undefined ? undefined : { action: whole.name, parameters: [] };
  const planner: Planner = {
    context,
    variables,
    primed,
    summary: summaries(context, primed),
    entered,
    held,
    scopes: new Map(scopes),
    filled: new Set(),
  };
  // The whole relation is not one of its actions, whether it has a name or not.
  const outermost = formula.op === 'call' ? -1 : 0;
  const naming = primed ? outermost : undefined;
  const plan = planStep(planner, formula, { assigned: new Set(), label }, naming, (way) => {
    const missing = variables.map((_, index) => index).filter((index) => !way.assigned.has(index));
    const { span } = formula;
    if (missing.length === 0) return { step: 'successor', label: way.label, span };
    return { step: 'incomplete', variables: missing, label: way.label, span };
  });
  settle(context);
  const actions = [...labelsOf(plan)].flatMap((name) => entered.get(name) ?? []);
  return { plan, actions };
}

function planStep(planner: Planner, ir: Ir, way: Way, naming: Naming, then: Then): Plan {
  count(planner.context, ir.span);
  if (ir.op === 'exists' || ir.op === 'forall') planner.held.bind(ir.bounds);
  if (ir.op === 'and') return planConjunction(planner, ir, way, naming, then);
  if (isGuard(planner, ir, way)) return planGuard(planner, ir, way, then);
  switch (ir.op) {
    case 'or':
      return join(way, then, ir.span, planner.context.nextId, (next) => ({
        step: 'either',
        branches: ir.items.map((item) => planStep(planner, item, way, naming, next)),
        span: ir.span,
      }));
    case 'exists':
      return planExists(planner, ir, way, naming, then);
    case 'forall':
      return planForall({ planner, plan: planStep, undefinedIn }, ir, way, then);
    case 'if':
      return choice(planner, ir.condition, way, then, ir.span, (next) => [
        planStep(planner, ir.consequent, way, naming, next),
        planStep(planner, ir.alternative, way, naming, next),
      ]);
    case 'case':
      return planCase(planner, ir, way, naming, then);
    case 'let':
      return planLet(planner, ir, way, naming, then);
    case 'call':
      return planCall(planner, ir, way, naming, then);
    case 'builtin':
      return planBuiltin(planner, ir, way, then);
    case 'apply':
    case 'choose':
    case 'constant':
    case 'except':
    case 'filter':
    case 'function':
    case 'functionSet':
    case 'local':
    case 'map':
    case 'product':
    case 'record':
    case 'recordSet':
    case 'set':
    case 'tuple':
    case 'variable':
    default:
      return planGuard(planner, ir, way, then);
  }
}

/**
 * Whether a formula is only tested. So is all that stands behind the last assignment: where the state is complete, TLC asks
 * whether the rest is TRUE, and not in how many ways.
 */
function isGuard({ variables, summary }: Planner, ir: Ir, way: Way): boolean {
  if (way.assigned.size === variables.length) return true;
  const { branches, assigns } = summary(ir);
  return !branches && [...assigns].every((variable) => way.assigned.has(variable));
}

/**
 * What there is instead of terms that read variables without a value: an error. Where they need not be read, it cannot be
 * said before.
 */
function undefinedIn(planner: Planner, terms: readonly Ir[], way: Way, span: Span): Plan | undefined {
  const { primed } = planner;
  const read = new Set(terms.flatMap((term) => readsOf(term, primed)));
  const missing = [...read].filter((index) => !way.assigned.has(index));
  if (missing.length === 0) return undefined;
  const names = missing.map((index) => `${planner.variables[index]}${primed ? "'" : ''}`).join(', ');
  if (!terms.some((term) => surelyReads(term, new Set(missing), primed))) {
    throw unsupportedAt(`\`${names}\`, which may be used before it has a value,`, span);
  }
  const message = `${names} is used before it has been given a value`;
  return { step: 'incomplete', variables: missing, label: way.label, message, span };
}

function planGuard(planner: Planner, ir: Ir, way: Way, then: Then): Plan {
  if (ir.op === 'constant' && ir.value === true) return then(way);
  const undefined_ = undefinedIn(planner, [ir], way, ir.span);
  return undefined_ ?? when(ir, then(way), ir.span);
}

/** Beside guards, an action may give its name; beside other formulas of the next state it is rather a part of one. */
function planConjunction(planner: Planner, ir: Junction, way: Way, naming: Naming, then: Then): Plan {
  const actions = naming === undefined ? [] : ir.items.filter(mentionsPrimed);
  const named = (naming ?? 1) <= 0 || actions.length === 1 ? actions[0] : undefined;
  const from = (index: number, here: Way): Plan => {
    const item = ir.items[index];
    if (item === undefined) return then(here);
    return planStep(planner, item, here, item === named ? naming : undefined, (next) =>
      from(index + 1, next),
    );
  };
  return from(0, way);
}

function planExists(planner: Planner, ir: Quantifier, way: Way, naming: Naming, then: Then): Plan {
  // The first variable varies fastest.
  const bounds = ir.bounds
    .flatMap((bound) =>
      bound.tuple ? [bound] : bound.locals.map((local) => ({ ...bound, locals: [local] })),
    )
    .toReversed();
  const from = (index: number): Plan => {
    const bound = bounds[index];
    if (bound === undefined) return planStep(planner, ir.body, way, naming, then);
    const undefined_ = undefinedIn(planner, [bound.set], way, bound.span);
    return (
      undefined_ ?? inParts(planner, bound.set, (set) => each({ ...bound, set }, from(index + 1), ir.span))
    );
  };
  return from(0);
}

/** Goes through a set as TLC does: through one part after the other, if it has several. */
function inParts(planner: Planner, set: Ir, over: (part: Ir) => Plan): Plan {
  const found = spread(planner, set);
  if (found === undefined) return over(set);
  const { bounds, part } = loopsOf(planner, found);
  const loops = bounds.reduceRight((plan, bound) => each(bound, plan, set.span), over(part));
  return bindUsed(found.definitions, loops, set.span);
}

function choice(
  planner: Planner,
  condition: Ir,
  way: Way,
  then: Then,
  span: Span,
  arms: (then: Then) => readonly [Plan, Plan],
): Plan {
  const undefined_ = undefinedIn(planner, [condition], way, span);
  if (undefined_ !== undefined) return undefined_;
  return join(way, then, span, planner.context.nextId, (next) => {
    const [consequent, alternative] = arms(next);
    return { step: 'branch', condition, consequent, alternative, span };
  });
}

function planCase(planner: Planner, ir: Case, way: Way, naming: Naming, then: Then): Plan {
  const from = (index: number, next: Then): Plan => {
    const arm = ir.arms[index];
    const { span } = ir;
    if (arm !== undefined) {
      return choice(planner, arm.condition, way, next, span, (last) => [
        planStep(planner, arm.value, way, naming, last),
        from(index + 1, last),
      ]);
    }
    if (ir.other !== undefined) return planStep(planner, ir.other, way, naming, next);
    const message = 'no condition of this CASE is TRUE, and it has no OTHER';
    return { step: 'incomplete', variables: [], label: way.label, message, span };
  };
  return from(0, then);
}

function planLet(planner: Planner, ir: Let, way: Way, naming: Naming, then: Then): Plan {
  const { expands } = ir;
  const isAction = expands !== undefined && naming !== undefined;
  const label = isAction ? { action: expands.name, parameters: expands.arguments } : way.label;
  if (isAction) enter(planner, expands.name, expands.formals);
  const depth = isAction ? naming + 1 : naming;
  scopeOf(planner.scopes, ir.definitions, ir.body);
  const plan = planStep(planner, ir.body, { ...way, label }, depth, then);
  return bindUsed(ir.definitions, plan, ir.span);
}

function enter({ entered }: Planner, name: string, formals: readonly string[]): void {
  if (!entered.has(name)) entered.set(name, { name, formals });
}

/** A definition's body, with the arguments as definitions of their own. */
function planCall(planner: Planner, ir: Call, way: Way, naming: Naming, then: Then): Plan {
  const { context } = planner;
  const { definition, span } = ir;
  if (definition.recursive) {
    throw new InputError(
      'tla-unsupported',
      `\`${definition.name}\`, a recursive operator of which there are several ways to be true, is not supported as part of an action`,
      placeOf(span),
    );
  }
  const bound: IrDefinition[] = [];
  const operands = definition.parameters.map(({ name }, index): Ir => {
    const operand = ir.arguments[index] as Ir;
    if (isTrivial(operand)) return operand;
    const made = newDefinition(context, name, [], operand.span);
    made.body = operand;
    bound.push(made);
    return { op: 'call', definition: made, arguments: [], span: operand.span };
  });
  const values = new Map<Local, Ir>(
    definition.parameters.map((parameter, index) => [parameter, operands[index] as Ir]),
  );
  const action = context.actions.get(definition);
  const isAction = naming !== undefined && action !== undefined && mentionsPrimed(definition.body);
  const label = isAction ? { action, parameters: operands } : way.label;
  if (isAction) {
    enter(
      planner,
      action,
      definition.parameters.map(({ name }) => name),
    );
  }
  const body = copy(context, definition.body, values);
  scopeOf(planner.scopes, bound, body);
  const plan = planStep(planner, body, { ...way, label }, isAction ? naming + 1 : naming, then);
  return bindUsed(bound, plan, span);
}

/** `x' = e`, `x' \in S` and `P => A`; all else is a condition. */
function planBuiltin(planner: Planner, ir: Builtin, way: Way, then: Then): Plan {
  const { name, span } = ir;
  const [left, right] = ir.arguments;
  if (left === undefined || right === undefined) return planGuard(planner, ir, way, then);
  if (name === '=>') {
    return choice(planner, left, way, then, span, (next) => [
      planStep(planner, right, way, undefined, next),
      next(way),
    ]);
  }
  const variable = name === '=' || name === '\\in' ? variableIn(left, planner.primed) : undefined;
  if (variable === undefined || way.assigned.has(variable)) return planGuard(planner, ir, way, then);
  const undefined_ = undefinedIn(planner, [right], way, span);
  if (undefined_ !== undefined) return undefined_;
  const rest = then({ ...way, assigned: new Set([...way.assigned, variable]) });
  if (name === '=') return assign(variable, right, rest, span);
  return inParts(planner, right, (set) => assignFrom(variable, set, rest, span));
}
