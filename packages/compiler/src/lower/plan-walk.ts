import type { Span } from '../parse/syntax.js';
import { reachable } from './free.js';
import type { Ir, IrDefinition } from './ir.js';
import type { Plan } from './plan.js';
import { bind, followedBy } from './steps.js';

/** The plans directly within one. */
function subplans(plan: Plan): readonly Plan[] {
  switch (plan.step) {
    case 'either':
      return plan.branches;
    case 'branch':
      return [plan.consequent, plan.alternative];
    case 'join':
      return [plan.body, plan.rest];
    case 'every':
      return [plan.body, plan.then];
    case 'goto':
    case 'successor':
    case 'incomplete':
      return [];
    case 'when':
    case 'assign':
    case 'assignFrom':
    case 'each':
    case 'bind':
    default:
      return [plan.then];
  }
}

/** The expressions directly within a plan, those of its definitions included. */
function termsOf(plan: Plan): readonly Ir[] {
  switch (plan.step) {
    case 'when':
    case 'branch':
      return [plan.condition];
    case 'assign':
      return [plan.value];
    case 'assignFrom':
      return [plan.set];
    case 'each':
      return [plan.bound.set];
    case 'every':
      return plan.bounds.map(({ set }) => set);
    case 'bind':
      return plan.definitions.map(({ body }) => body);
    case 'successor':
    case 'incomplete':
      return plan.label?.parameters ?? [];
    case 'either':
    case 'join':
    case 'goto':
    default:
      return [];
  }
}

/** The plan with other plans in the place of those directly within. */
function withSubplans(plan: Plan, change: (inner: Plan) => Plan): Plan {
  switch (plan.step) {
    case 'either':
      return { ...plan, branches: plan.branches.map(change) };
    case 'branch':
      return { ...plan, consequent: change(plan.consequent), alternative: change(plan.alternative) };
    case 'join':
      return { ...plan, rest: change(plan.rest), body: change(plan.body) };
    case 'every':
      return followedBy({ ...plan, body: change(plan.body) }, change(plan.then));
    case 'goto':
    case 'successor':
    case 'incomplete':
      return plan;
    case 'when':
    case 'assign':
    case 'assignFrom':
    case 'each':
    case 'bind':
    default:
      return followedBy(plan, change(plan.then));
  }
}

/** Every definition that a plan uses, through others too. */
function definitionsOfPlan(plan: Plan): ReadonlySet<IrDefinition> {
  const found = new Set<IrDefinition>();
  const look = (inner: Plan): void => {
    // What a plan defines counts where it is used only.
    if (inner.step !== 'bind') {
      for (const term of termsOf(inner)) for (const definition of reachable(term)) found.add(definition);
    }
    subplans(inner).forEach(look);
  };
  look(plan);
  return found;
}

/** Definitions in scope of a plan; those that it has no use for are left out. */
export function bindUsed(definitions: readonly IrDefinition[], plan: Plan, span: Span): Plan {
  const used = definitionsOfPlan(plan);
  const kept = definitions.filter((definition) => used.has(definition));
  return kept.length === 0 ? plan : bind(kept, plan, span);
}

/** The names of the actions that label a plan's steps, in the order of the text. */
export function labelsOf(plan: Plan): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (inner: Plan): void => {
    const label = inner.step === 'successor' || inner.step === 'incomplete' ? inner.label : undefined;
    if (label !== undefined) found.add(label.action);
    subplans(inner).forEach(look);
  };
  look(plan);
  return found;
}

/** How often a plan goes on at an id. */
export function countGotos(plan: Plan, id: number): number {
  if (plan.step === 'goto') return plan.id === id ? 1 : 0;
  return subplans(plan).reduce((sum, inner) => sum + countGotos(inner, id), 0);
}

/** The plan with another one where it goes on at an id. */
export function replaceGoto(plan: Plan, id: number, rest: Plan): Plan {
  if (plan.step === 'goto') return plan.id === id ? rest : plan;
  return withSubplans(plan, (inner) => replaceGoto(inner, id, rest));
}
