import type { Lowered } from '../../../lower/lowered.js';
import { evaluate } from '../ground/evaluate.js';
import { formula } from '../ground/logic.js';
import type { Ground, Outcome } from '../ground/scope.js';
import { type Budgets, refuse } from '../refusal.js';
import type { Reached, Statement } from '../statement.js';
import { conjunction } from '../symbolic/junction.js';
import { FALSE, type Forge, type Meter, newForge } from '../symbolic/logic.js';
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
  const { constants, lets, fixed } = session;
  return {
    forge,
    error: FALSE,
    variable,
    steady,
    memo: new Map(),
    constants,
    lets,
    fixed,
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
  let structure = newStructure();
  for (let restarts = 0; restarts < session.budgets.rounds; restarts++) {
    try {
      return search(session, structure, labels);
    } catch (error) {
      if (!(error instanceof Restart)) throw error;
      structure = newStructure(structure);
    }
  }
  return refuse('its variables cannot be taken apart');
}

function search(session: Session, structure: Structure, labels: boolean): Reachable {
  const { lowered, budgets } = session;
  const init = initial(session);
  let domains: readonly Domain[] | undefined;
  for (const { values, path } of reachedBy(init.statements)) {
    domains ??= values.map((value, index) =>
      domainFor(init.forge, structure, value, lowered.variables[index] as string, undefined),
    );
    join(init.forge, structure, domains, values, [], path);
  }
  if (domains === undefined) return refuse('it has no initial state');
  for (let round = 0; round < budgets.rounds; round++) {
    settle(structure);
    const next = steps(session, domains, labels);
    let grown = false;
    for (const { values, path } of reachedBy(next.statements)) {
      if (join(next.forge, structure, domains, values, next.before, path)) grown = true;
    }
    if (!grown) return { domains, init, next };
  }
  return refuse(`the values of its variables grow for more than ${budgets.rounds} rounds`);
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

function steps(session: Session, domains: readonly Domain[], labels: boolean): Reachable['next'] {
  const { next } = session.lowered;
  const forge = newForge(session.budgets, session.deadline, session.meter);
  const before = domains.map((domain) => termOf(forge, 'from', domain));
  const assigned: (Term | undefined)[] = before.map(() => undefined);
  const g = newGround(session, forge, 1, (index, primed) => (primed ? assigned[index] : before[index]));
  if (next === undefined) return { forge, before, statements: [] };
  // TLC does not expand the states that a constraint leaves out: what comes behind them is not looked for.
  const within = session.lowered.constraints.map(({ body }) => {
    const of = formula(g, body, undefined);
    return g.error === FALSE ? of : refuse('a constraint may break a rule of TLA+');
  });
  const path = conjunction(forge, within);
  return { forge, before, statements: path === FALSE ? [] : walkPlan(g, next, assigned, labels, path) };
}

function* reachedBy(statements: readonly Statement[]): Generator<Reached> {
  for (const statement of statements) {
    if (statement.kind === 'reached') yield statement;
    else if (statement.kind !== 'fail') yield* reachedBy(statement.body);
  }
}
