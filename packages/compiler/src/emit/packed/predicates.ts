import type { Ir } from '../../lower/ir.js';
import type { Named } from '../../lower/lowered.js';
import { type Code, writePredicate } from './code.js';
import { type Domain, termOf } from './domain/domain.js';
import { newGround, type Session } from './domain/fixpoint.js';
import { formula } from './ground/logic.js';
import type { Ground } from './ground/scope.js';
import type { PackedData, PredicateData } from './program.js';
import { Refused } from './refusal.js';
import { FALSE, newForge } from './symbolic/logic.js';

type Predicates = Pick<
  PackedData,
  'invariants' | 'constraints' | 'actionConstraints' | 'properties' | 'assumptions'
>;

/** Writes the functions that decide invariants, constraints and properties; those that cannot be had are left out. */
export function emitPredicates(
  session: Session,
  code: Code,
  domains: readonly Domain[],
): { readonly data: Predicates; readonly functions: readonly string[] } {
  const { lowered } = session;
  const functions: string[] = [];
  const write = writer(session, code, domains, functions);
  const state = (list: readonly Named[]): PredicateData[] =>
    list.map(({ name, body }) => write.state(name, body));
  const data: Predicates = {
    invariants: state(lowered.invariants),
    constraints: state(lowered.constraints),
    actionConstraints: lowered.actionConstraints.map(({ name, body }) => write.step(name, body)),
    properties: lowered.properties.map(({ name, initial, always, steps }) => ({
      name,
      initial: initial.map((ir) => write.state(name, ir)),
      always: always.map((ir) => write.state(name, ir)),
      steps: steps.map(({ action, unchanged }) => ({
        action: write.step(name, action),
        unchanged: write.step(name, unchanged),
      })),
    })),
    assumptions: state(lowered.assumptions),
  };
  return { data, functions };
}

interface Writer {
  readonly state: (name: string, ir: Ir) => PredicateData;
  readonly step: (name: string, ir: Ir) => PredicateData;
}

function writer(session: Session, code: Code, domains: readonly Domain[], functions: string[]): Writer {
  const fresh = (): Ground => {
    const forge = newForge(session.budgets, session.deadline, session.meter);
    const from = domains.map((domain) => termOf(forge, 'from', domain));
    const to = domains.map((domain) => termOf(forge, 'to', domain));
    return newGround(session, forge, 2, (index, primed) => (primed ? to : from)[index]);
  };
  let g: Ground | undefined;
  const write = (name: string, ir: Ir, step: boolean): PredicateData => {
    const own = `p${functions.length}`;
    try {
      g ??= fresh();
      g.error = FALSE;
      g.depth = 0;
      const of = formula(g, ir, undefined);
      const { error } = g;
      functions.push(writePredicate(code, g.forge, own, of, error, step));
      return { name, function: own, mayFail: error !== FALSE };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      g = undefined;
      return { name, function: undefined, mayFail: true, reason: error.message };
    }
  };
  return { state: (name, ir) => write(name, ir, false), step: (name, ir) => write(name, ir, true) };
}
