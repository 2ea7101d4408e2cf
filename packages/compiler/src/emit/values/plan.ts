import type {
  Assign,
  AssignFrom,
  Bind,
  Branch,
  Each,
  Every,
  Join,
  Plan,
  PlanLabel,
  When,
} from '../../lower/plan.js';
import { emitLets } from './definitions.js';
import { fieldTestOfPlan } from './field-test.js';
import { type Generator, type Lines, named } from './generator.js';
import { bindElement, elementsText, emitLoops } from './loops.js';
import { storedValue } from './stored.js';
import { partsOfPlan, placesOfLet } from './uses.js';

/** What a plan is written for. */
export interface PlanContext {
  readonly g: Generator;
  /** What the variables that are assigned are called: `x`, or `p` for primed ones. */
  readonly prefix: 'x' | 'p';
  readonly variables: readonly string[];
  /** The text of a step's label number. */
  readonly label: (label: PlanLabel | undefined, out: Lines) => string;
  /** The functions that {@link Plan} goes on with, by the ids of its `goto`. */
  readonly targets: Map<number, string>;
}

/** Writes a plan as nested loops. */
export function emitPlan(context: PlanContext, plan: Plan, out: Lines): void {
  const { g } = context;
  switch (plan.step) {
    case 'when':
      return emitWhen(context, plan, out);
    case 'assign':
      return emitAssign(context, plan, out);
    case 'assignFrom':
      return emitAssignFrom(context, plan, out);
    case 'each':
      return emitEach(context, plan, out);
    case 'every':
      return emitEvery(context, plan, out);
    case 'either':
      for (const branch of plan.branches) {
        out.push('{');
        emitPlan(context, branch, out);
        out.push('}');
      }
      return;
    case 'branch':
      return emitBranch(context, plan, out);
    case 'bind':
      return emitBind(context, plan, out);
    case 'join':
      return emitJoin(context, plan, out);
    case 'goto':
      out.push(`${context.targets.get(plan.id) ?? 'undefined'};`);
      return;
    case 'successor': {
      const label = context.label(plan.label, out);
      for (const [index] of context.variables.entries()) {
        out.push(`out[${index}] = ${g.use('wordOf')}(${context.prefix}${index});`);
      }
      out.push(`emit(${label});`);
      return;
    }
    case 'incomplete':
    default: {
      const missing = plan.variables.map((index) => context.variables[index]).join(', ');
      const when = context.prefix === 'x' ? 'an initial state' : 'the next state';
      const has = plan.variables.length === 1 ? 'has' : 'have';
      const message = plan.message ?? `${missing} ${has} no value in ${when}`;
      const action = plan.label === undefined ? '' : ` (${plan.label.action})`;
      out.push(`${g.use('fail')}(${g.span(plan.span)}, ${JSON.stringify(message + action)});`);
    }
  }
}

function emitEach(context: PlanContext, plan: Each, out: Lines): void {
  const { g } = context;
  const body = (inner: Lines): void => {
    g.loops.push(...plan.bound.locals.map((local) => g.locals.get(local)?.text ?? ''));
    emitPlan(context, plan.then, inner);
    g.loops.length -= plan.bound.locals.length;
  };
  emitLoops(g, [plan.bound], g.fresh('loop'), out, body, (local) => fieldTestOfPlan(plan.then, local));
}

function emitWhen(context: PlanContext, plan: When, out: Lines): void {
  const condition = context.g.truth(plan.condition, out);
  out.push(`if (${condition}) {`);
  emitPlan(context, plan.then, out);
  out.push('}');
}

function emitAssign(context: PlanContext, plan: Assign, out: Lines): void {
  const variable = `${context.prefix}${plan.variable}`;
  const text = storedValue(context.g, plan.value, out);
  out.push(`${variable} = ${text};`);
  emitPlan(context, plan.then, out);
  // The next way may read it before it is assigned there.
  out.push(`${variable} = undefined;`);
}

function emitAssignFrom(context: PlanContext, plan: AssignFrom, out: Lines): void {
  const { g, prefix } = context;
  const elements = named(g, elementsText(g, plan.set, out), out, 's');
  const index = g.fresh('i');
  const variable = `${prefix}${plan.variable}`;
  out.push(
    `for (let ${index} = 0; ${index} < ${elements}.length; ${index}++) {`,
    `${variable} = ${elements}[${index}];`,
  );
  emitPlan(context, plan.then, out);
  out.push(`${variable} = undefined;`, '}');
}

function emitBranch(context: PlanContext, plan: Branch, out: Lines): void {
  const condition = context.g.truth(plan.condition, out);
  out.push(`if (${condition}) {`);
  emitPlan(context, plan.consequent, out);
  out.push('} else {');
  emitPlan(context, plan.alternative, out);
  out.push('}');
}

function emitBind(context: PlanContext, plan: Bind, out: Lines): void {
  const strict = context.g.strict.ofPlan(plan.then);
  const places = placesOfLet(plan.definitions, partsOfPlan(plan.then));
  emitLets(context.g, plan.definitions, (definition) => strict.has(definition), places, out);
  emitPlan(context, plan.then, out);
}

function emitJoin(context: PlanContext, plan: Join, out: Lines): void {
  const name = context.g.fresh('rest');
  out.push(`const ${name} = () => {`);
  emitPlan(context, plan.rest, out);
  out.push('};');
  context.targets.set(plan.id, `${name}()`);
  emitPlan(context, plan.body, out);
}

/** A conjunction of as many as the sets have elements: each goes on with the next. */
function emitEvery(context: PlanContext, plan: Every, out: Lines): void {
  const { g } = context;
  const [name, index] = [g.fresh('every'), g.fresh('i')];
  const locals = plan.bounds.flatMap((bound) => bound.locals);
  const [bound] = plan.bounds;
  const isSimple = locals.length === 1 && bound?.tuple === false;
  const all = isSimple ? named(g, elementsText(g, bound.set, out), out, 's') : g.fresh('all');
  if (!isSimple) {
    out.push(`const ${all} = [];`);
    emitLoops(g, plan.bounds, g.fresh('loop'), out, (inner) => {
      inner.push(`${all}.push([${locals.map((local) => g.locals.get(local)?.text ?? '').join(', ')}]);`);
    });
  }
  out.push(`const ${name} = (${index}) => {`, `if (${index} === ${all}.length) {`);
  emitPlan(context, plan.then, out);
  out.push('return;', '}');
  for (const [position, local] of locals.entries()) {
    out.push(`const ${bindElement(g, local)} = ${all}[${index}]${isSimple ? '' : `[${position}]`};`);
  }
  context.targets.set(plan.id, `${name}(${index} + 1)`);
  emitPlan(context, plan.body, out);
  out.push('};', `${name}(0);`);
}
