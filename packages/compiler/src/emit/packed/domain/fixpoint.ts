import type { Lowered } from '../../../lower/lowered.js';
import type { Plan } from '../../../lower/plan.js';
import { evaluate } from '../ground/evaluate.js';
import { formula } from '../ground/logic.js';
import type { Ground, Outcome } from '../ground/scope.js';
import { type Budgets, refuse } from '../refusal.js';
import type { Reached, Statement } from '../statement.js';
import { conjunction } from '../symbolic/junction.js';
import { FALSE, type Forge, type Logic, type Meter, newForge } from '../symbolic/logic.js';
import type { Term } from '../symbolic/term.js';
import { walkPlan } from '../walk.js';
import { type Domain, termOf } from './domain.js';
import { join, Restart } from './join.js';
import { domainFor, newStructure, type Structure } from './structure.js';

/** What is shared by all parts of a program that is being made. */
export interface Session {
  readonly lowered: Lowered;
  readonly budgets: Budgets;
  readonly deadline: number;
  readonly meter: Meter;
  readonly constants: Map<string, Outcome>;
  readonly lets: Ground['lets'];
  readonly fixed: Ground['fixed'];
}

export function newGround(
  session: Session,
  forge: Forge,
  steady: Ground['steady'],
  variable: Ground['variable'],
): Ground {
  const { lowered, constants, lets, fixed } = session;
  return {
    forge,
    error: FALSE,
    variable,
    steady,
    memo: new Map(),
    constants,
    lets,
    fixed,
    inOrder: lowered.view !== undefined,
    depth: 0,
    evaluate,
  };
}

/** The plans of a specification, for what its variables can be in any state that can be reached. */
export interface Reachable {
  readonly domains: readonly Domain[];
  readonly init: Found;
  readonly next: Found & {
    /** The variables in the state that a step starts in. */
    readonly before: readonly Term[];
  };
}

interface Found {
  readonly forge: Forge;
  readonly statements: readonly Statement[];
}

/** Finds what the variables can be: a set of values that contains all that they are in reachable states. */
export function reachable(session: Session, labels: boolean): Reachable {
  // It does not depend on how the variables are taken apart.
  const init = initial(session);
  let structure = newStructure();
  for (let restarts = 0; restarts < session.budgets.rounds; restarts++) {
    try {
      return search(session, init, structure, labels);
    } catch (error) {
      if (!(error instanceof Restart)) throw error;
      structure = newStructure(structure);
    }
  }
  return refuse('its variables cannot be taken apart');
}

function search(session: Session, init: Found, structure: Structure, labels: boolean): Reachable {
  const { lowered, budgets } = session;
  let domains: readonly Domain[] | undefined;
  for (const { values, path } of reachedBy(init.statements)) {
    domains ??= values.map((value, index) =>
      domainFor(init.forge, structure, value, lowered.variables[index] as string, undefined),
    );
    join(init.forge, structure, domains, values, [], path);
  }
  if (domains === undefined) return refuse('it has no initial state');
  for (let round = 0; round < budgets.rounds; round++) {
    const next = oneRound(session, structure, domains, labels);
    if (next !== undefined) return { domains, init, next };
  }
  return refuse(`the values of its variables grow for more than ${budgets.rounds} rounds`);
}

/**
 * Walks all of Next. Its parts come one after the other, and each sees what the ones before it have found: so there are fewer
 * rounds, of which each takes longer than the last.
 *
 * @returns the steps if nothing new was found; they are all for the same sets of values then
 */
function oneRound(
  session: Session,
  structure: Structure,
  domains: readonly Domain[],
  labels: boolean,
): Reachable['next'] | undefined {
  settle(structure);
  let walk = newWalk(session, domains);
  let grown = false;
  const statements: Statement[] = [];
  const parts = partsOf(session.lowered.next);
  for (const [index, part] of parts.entries()) {
    const found = walk.path === FALSE ? [] : walkPlan(walk.g, part, walk.assigned, labels, walk.path);
    statements.push(...found);
    let grew = false;
    for (const { values, path } of reachedBy(found)) {
      if (join(walk.forge, structure, domains, values, walk.before, path)) grew = true;
    }
    if (!grew) continue;
    grown = true;
    settle(structure);
    if (index < parts.length - 1) walk = newWalk(session, domains);
  }
  return grown ? undefined : { forge: walk.forge, before: walk.before, statements };
}

/** The branches of a next-state relation, where it has such. */
function partsOf(next: Plan | undefined): readonly Plan[] {
  if (next === undefined) return [];
  return next.step === 'either' ? next.branches : [next];
}

/** Gives the fields the sizes that were found. */
function settle(structure: Structure): void {
  for (const group of structure.groups.values()) {
    group.field = { ...group.field, size: group.tuples.length };
  }
}

function initial(session: Session): Found {
  const forge = newForge(session.budgets, session.deadline, session.meter);
  const assigned: (Term | undefined)[] = session.lowered.variables.map(() => undefined);
  const g = newGround(session, forge, 0, (index, primed) => (primed ? undefined : assigned[index]));
  return { forge, statements: walkPlan(g, session.lowered.init, assigned, false) };
}

/** What plans are walked with, from states in which the variables are of these sets. */
interface Walking {
  readonly forge: Forge;
  readonly before: readonly Term[];
  readonly assigned: (Term | undefined)[];
  readonly g: Ground;
  readonly path: Logic;
}

function newWalk(session: Session, domains: readonly Domain[]): Walking {
  const forge = newForge(session.budgets, session.deadline, session.meter);
  const before = domains.map((domain) => termOf(forge, 'from', domain));
  const assigned: (Term | undefined)[] = before.map(() => undefined);
  const g = newGround(session, forge, 1, (index, primed) => (primed ? assigned[index] : before[index]));
  // TLC does not expand the states that a constraint leaves out: what comes behind them is not looked for.
  const within = session.lowered.constraints.map(({ body }) => {
    const of = formula(g, body, undefined);
    return g.error === FALSE ? of : refuse('a constraint may break a rule of TLA+');
  });
  return { forge, before, assigned, g, path: conjunction(forge, within) };
}

function* reachedBy(statements: readonly Statement[]): Generator<Reached> {
  for (const statement of statements) {
    if (statement.kind === 'reached') yield statement;
    else if (statement.kind !== 'fail') yield* reachedBy(statement.body);
  }
}
