import type { Lowered } from '../../../lower/lowered.js';
import type { Plan } from '../../../lower/plan.js';
import { evaluate } from '../ground/evaluate.js';
import type { Ground, Outcome } from '../ground/scope.js';
import { type Budgets, refuse } from '../refusal.js';
import { FALSE, type Forge, newForge } from '../symbolic/logic.js';
import type { Term } from '../symbolic/term.js';
import { type Reached, type Statement, walkPlan } from '../walk.js';
import { type Domain, termOf } from './domain.js';
import { join, Restart } from './join.js';
import { domainFor, newStructure, type Structure } from './structure.js';

/** What is shared by all parts of a program that is being made. */
export interface Session {
  readonly lowered: Lowered;
  readonly budgets: Budgets;
  readonly deadline: number;
  readonly constants: Map<string, Outcome>;
  readonly lets: Ground['lets'];
}

export function newGround(
  session: Session,
  forge: Forge,
  steady: Ground['steady'],
  variable: Ground['variable'],
): Ground {
  const { constants, lets } = session;
  return { forge, error: FALSE, variable, steady, memo: new Map(), constants, lets, depth: 0, evaluate };
}

/** What the variables can be in any state that can be reached: a set of values that contains all of them. */
export function reachable(session: Session): {
  readonly domains: readonly Domain[];
  readonly structure: Structure;
} {
  let structure = newStructure();
  for (let restarts = 0; restarts < session.budgets.rounds; restarts++) {
    try {
      return { domains: search(session, structure), structure };
    } catch (error) {
      if (!(error instanceof Restart)) throw error;
      structure = newStructure(structure);
    }
  }
  return refuse('its variables cannot be taken apart');
}

function search(session: Session, structure: Structure): readonly Domain[] {
  const { lowered, budgets } = session;
  const start = newForge(budgets, session.deadline);
  let domains: readonly Domain[] | undefined;
  for (const { values, path } of reachedBy(initial(session, start))) {
    domains ??= values.map((value, index) =>
      domainFor(start, structure, value, lowered.variables[index] as string, undefined),
    );
    join(start, structure, domains, values, [], path);
  }
  if (domains === undefined) return refuse('it has no initial state');
  const { next } = lowered;
  for (let round = 0; next !== undefined; round++) {
    if (round > budgets.rounds)
      refuse(`the values of its variables grow for more than ${budgets.rounds} rounds`);
    settle(structure);
    const forge = newForge(budgets, session.deadline);
    let grown = false;
    const before = domains.map((domain) => termOf(forge, 'from', domain));
    for (const { values, path } of reachedBy(steps(session, forge, before, next, false))) {
      if (join(forge, structure, domains, values, before, path)) grown = true;
    }
    if (!grown) break;
  }
  settle(structure);
  return domains;
}

/** Gives the fields the sizes that were found. */
function settle(structure: Structure): void {
  for (const group of structure.groups.values()) {
    group.field = { ...group.field, size: group.tuples.length };
  }
}

/** The plan for Init, for known sets. */
export function initial(session: Session, forge: Forge): readonly Statement[] {
  const assigned: (Term | undefined)[] = session.lowered.variables.map(() => undefined);
  const g = newGround(session, forge, 0, (index, primed) => (primed ? undefined : assigned[index]));
  return walkPlan(g, session.lowered.init, assigned, false);
}

/** The plan for Next, for a state with these values. */
export function steps(
  session: Session,
  forge: Forge,
  before: readonly Term[],
  next: Plan,
  labels: boolean,
): readonly Statement[] {
  const assigned: (Term | undefined)[] = before.map(() => undefined);
  const g = newGround(session, forge, 1, (index, primed) => (primed ? assigned[index] : before[index]));
  return walkPlan(g, next, assigned, labels);
}

export function* reachedBy(statements: readonly Statement[]): Generator<Reached> {
  for (const statement of statements) {
    if (statement.kind === 'reached') yield statement;
    else if (statement.kind !== 'fail') yield* reachedBy(statement.body);
  }
}
