import type { Ir } from '../../lower/ir.js';
import type { Assign, AssignFrom, Each, Every, Plan, PlanLabel, When } from '../../lower/plan.js';
import { guard, overElements, value, type Walk } from './elements.js';
import { withDefinitions } from './ground/call.js';
import { asLogic } from './ground/lift.js';
import { bindTuple, type Choice, forChoices } from './ground/logic.js';
import { bindLocal, type Env, type Ground } from './ground/scope.js';
import { isTest } from './is-test.js';
import { placed, refuse } from './refusal.js';
import type { Statement } from './statement.js';
import { and, conjunction, disjunction } from './symbolic/junction.js';
import { FALSE, type Logic, not, TRUE } from './symbolic/logic.js';
import { known, type Term } from './symbolic/term.js';

/**
 * Walks a plan with the variables' new values in `assigned`, which `g.variable` may read.
 *
 * @param path what holds of the states that it is for
 */
export function walkPlan(
  g: Ground,
  plan: Plan,
  assigned: (Term | undefined)[],
  labels: boolean,
  path: Logic = TRUE,
): readonly Statement[] {
  const out: Statement[] = [];
  walk({ g, assigned, onward: new Map(), labels, statements: 0, counted: 0 }, plan, undefined, path, out);
  return out;
}

function walk(w: Walk, plan: Plan, env: Env, path: Logic, out: Statement[]): void {
  try {
    walkHere(w, plan, env, path, out);
  } catch (error) {
    throw placed(error, plan.span);
  }
}

function walkHere(w: Walk, plan: Plan, env: Env, path: Logic, out: Statement[]): void {
  switch (plan.step) {
    case 'when':
      return when(w, plan, env, path, out);
    case 'assign':
      return assign(w, plan, env, path, out);
    case 'assignFrom':
      return assignFrom(w, plan, env, path, out);
    case 'each':
      return each(w, plan, env, path, out);
    case 'every':
      return every(w, plan, env, path, out);
    case 'either':
      for (const branch of plan.branches) walk(w, branch, env, path, out);
      return;
    case 'branch': {
      const condition = formula(w, plan.condition, env, path, out);
      guard(w, condition, path, out, (inner, body) => walk(w, plan.consequent, env, inner, body));
      guard(w, not(w.g.forge, condition), path, out, (inner, body) =>
        walk(w, plan.alternative, env, inner, body),
      );
      return;
    }
    case 'bind':
      return walk(w, plan.then, withDefinitions(w.g, env, plan.definitions), path, out);
    case 'join': {
      if (isTest(plan.body, plan.id)) {
        const ways = waysThrough(w, plan.id, plan.body, env, path, out);
        return multiplied(w, ways, path, out, (inner, body) => walk(w, plan.rest, env, inner, body));
      }
      w.onward.set(plan.id, (inner, body) => walk(w, plan.rest, env, inner, body));
      return walk(w, plan.body, env, path, out);
    }
    case 'goto': {
      const onward = w.onward.get(plan.id) ?? refuse('a plan goes on where nothing is');
      return onward(path, out);
    }
    case 'successor':
      return reached(w, plan.label, env, path, out);
    case 'incomplete':
      out.push({ kind: 'fail', when: TRUE });
      return;
  }
}

function formula(w: Walk, ir: Ir, env: Env, path: Logic, out: Statement[]): Logic {
  const { term, dead } = value(w, path, out, () => {
    const of = asLogic(w.g, w.g.evaluate(w.g, ir, env));
    return { kind: 'truth', of };
  });
  return dead || term.kind !== 'truth' ? FALSE : term.of;
}

function when(w: Walk, plan: When, env: Env, path: Logic, out: Statement[]): void {
  const condition = formula(w, plan.condition, env, path, out);
  guard(w, condition, path, out, (inner, body) => walk(w, plan.then, env, inner, body));
}

function assign(w: Walk, plan: Assign, env: Env, path: Logic, out: Statement[]): void {
  const { term, dead } = value(w, path, out, () => w.g.evaluate(w.g, plan.value, env));
  if (!dead) withValue(w, plan.variable, term, () => walk(w, plan.then, env, path, out));
}

function withValue(w: Walk, variable: number, term: Term, onward: () => void): void {
  const before = w.assigned[variable];
  w.assigned[variable] = term;
  onward();
  w.assigned[variable] = before;
}

function assignFrom(w: Walk, plan: AssignFrom, env: Env, path: Logic, out: Statement[]): void {
  const { term: set, dead } = value(w, path, out, () => w.g.evaluate(w.g, plan.set, env));
  if (dead) return;
  overElements(w, set, path, out, (element, inner, body) =>
    withValue(w, plan.variable, element, () => walk(w, plan.then, env, inner, body)),
  );
}

function each(w: Walk, plan: Each, env: Env, path: Logic, out: Statement[]): void {
  const { locals, tuple } = plan.bound;
  const { term: set, dead } = value(w, path, out, () => w.g.evaluate(w.g, plan.bound.set, env));
  if (dead) return;
  const over = (index: number, outer: Env, here: Logic, to: Statement[]): void => {
    const local = locals[index];
    if (local === undefined) return walk(w, plan.then, outer, here, to);
    overElements(w, set, here, to, (element, inner, body) => {
      if (!tuple) return over(index + 1, bindLocal(outer, local, element), inner, body);
      const bound: { env: Env } = { env: outer };
      const { dead: wrong } = value(w, inner, body, () => {
        bound.env = bindTuple(w.g, plan.bound, element, outer);
        return element;
      });
      if (!wrong) walk(w, plan.then, bound.env, inner, body);
    });
  };
  over(0, env, path, out);
}

/**
 * `\A` over a body with several ways through it, for each element: for how many, that is what is multiplied. The body assigns
 * nothing, so that it does not matter which way was taken.
 */
function every(w: Walk, plan: Every, env: Env, path: Logic, out: Statement[]): void {
  const all: Choice[] = [];
  const { dead } = value(w, path, out, () => {
    forChoices(w.g, plan.bounds, env, (choice) => all.push(choice) > 0);
    return known(false);
  });
  if (dead) return;
  const { forge } = w.g;
  const from = (index: number, here: Logic, to: Statement[]): void => {
    const choice = all[index];
    if (choice === undefined) return walk(w, plan.then, env, here, to);
    const inside = and(forge, here, choice.when);
    const ways = waysThrough(w, plan.id, plan.body, choice.env, inside, to, here);
    if (choice.when !== TRUE) ways.push(not(forge, choice.when));
    multiplied(w, ways, here, to, (inner, body) => from(index + 1, inner, body));
  };
  from(0, path, out);
}

/** The conditions of the ways through a plan that assigns nothing, to where it goes on, beyond what is known already. */
function waysThrough(
  w: Walk,
  id: number,
  plan: Plan,
  env: Env,
  path: Logic,
  out: Statement[],
  outer: Logic = path,
): Logic[] {
  const ways: Logic[] = [];
  const { onward } = w;
  const before = onward.get(id);
  onward.set(id, (inner) => ways.push(beyond(w, inner, outer)));
  const rest: Statement[] = [];
  w.counted += 1;
  if (path !== FALSE) walk(w, plan, env, path, rest);
  w.counted -= 1;
  if (before !== undefined) onward.set(id, before);
  out.push(...rest);
  return ways;
}

/** What a condition says beyond another that is part of it. */
function beyond(w: Walk, inner: Logic, path: Logic): Logic {
  if (inner.op !== 'and') return inner === path ? TRUE : inner;
  const said = new Set<Logic>(path.op === 'and' ? path.items : [path]);
  return conjunction(
    w.g.forge,
    inner.items.filter((item) => !said.has(item)),
  );
}

/**
 * Goes on once for all ways of which at least one is open, and counts them. Where they are only part of ways that are counted,
 * each is one of these.
 */
function multiplied(
  w: Walk,
  ways: readonly Logic[],
  path: Logic,
  out: Statement[],
  onward: (path: Logic, out: Statement[]) => void,
): void {
  const { forge } = w.g;
  const open = ways.filter((way) => way !== FALSE);
  const [only] = open;
  if (only === undefined) return;
  if (open.length === 1 || w.counted > 0) {
    for (const way of open) guard(w, way, path, out, onward);
    return;
  }
  const inner = and(forge, path, disjunction(forge, open));
  if (inner === FALSE) return;
  const body: Statement[] = [];
  onward(inner, body);
  if (body.length > 0) out.push({ kind: 'times', ways: open, body });
}

function reached(w: Walk, label: PlanLabel | undefined, env: Env, path: Logic, out: Statement[]): void {
  w.statements += 1;
  if (w.statements > w.g.forge.budgets.statements) refuse('its actions have too many cases');
  const values = w.assigned.map((term) => term ?? refuse('a variable has no value'));
  if (label === undefined || !w.labels) {
    out.push({ kind: 'reached', path, values, label: undefined });
    return;
  }
  const parameters: Term[] = [];
  for (const parameter of label.parameters) {
    const { term, dead } = value(w, path, out, () => w.g.evaluate(w.g, parameter, env));
    if (dead) return;
    parameters.push(term);
  }
  out.push({ kind: 'reached', path, values, label: { action: label.action, parameters } });
}
