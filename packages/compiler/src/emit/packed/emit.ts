import type { Lowered } from '../../lower/lowered.js';
import { placeOf } from '../../parse/syntax.js';
import type { AskedOperator, Program } from '../../run/engine.js';
import { createStore, enter } from '../../run/values/store.js';
import { newCode, programText } from './code.js';
import { describeDomains } from './describe.js';
import { reachable, type Session } from './domain/fixpoint.js';
import { layOut } from './layout.js';
import { emitPredicates } from './predicates.js';
import type { PackedData } from './program.js';
import { type Budgets, defaultBudgets, type Refusal, Refused } from './refusal.js';
import { emitSearch } from './search.js';
import { emitTable } from './table.js';

export interface PackedOptions {
  /** Whether steps are labelled with their action and its parameters. */
  readonly labels: boolean;
  /** Operators that are to be evaluated here too, as far as that can be had. */
  readonly operators?: readonly AskedOperator[] | undefined;
  readonly budgets?: Partial<Budgets>;
}

/**
 * A specification specialised to its own model: the values that its variables can have are found first, states are packed
 * into words, and actions become tests and changes of bits. What cannot be had within the budgets is refused. Invariants and
 * properties that are too large are left to the first tier one by one.
 */
export function emitPacked(lowered: Lowered, options: PackedOptions): Program | Refusal {
  const budgets = { ...defaultBudgets, ...options.budgets };
  const deadline = Date.now() + budgets.milliseconds;
  const session: Session = {
    lowered,
    budgets,
    deadline,
    constants: new Map(),
    lets: new WeakSet(),
    meter: { work: 0, due: 0 },
    fixed: new WeakMap(),
  };
  const before = enter(createStore(lowered.texts));
  try {
    return programOf(session, options);
  } catch (error) {
    if (error instanceof Refused) {
      // What grows does so in the steps.
      const span = error.span ?? (lowered.next ?? lowered.init).span;
      return { refusal: error.message, place: placeOf(span) };
    }
    throw error;
  } finally {
    enter(before);
  }
}

function programOf(session: Session, { labels, operators = [] }: PackedOptions): Program {
  const { lowered } = session;
  const found = reachable(session, labels);
  const { domains } = found;
  const layout = layOut(domains);
  const code = newCode(layout);
  const search = emitSearch(code, found, lowered.view !== undefined);
  const predicates = emitPredicates(session, code, domains);
  const table = operators.length === 0 ? undefined : emitTable(session, code, domains, operators);
  const { name, variables, checkDeadlock, actions, view, symmetry } = lowered;
  const exported = ['init', 'next', ...predicates.functions, ...(table?.functions ?? [])].join(', ');
  const data: PackedData = {
    name,
    variables,
    checkDeadlock,
    actions: actions.map((action) => ({ name: action.name, formals: [...action.formals] })),
    words: layout.words,
    domains: describeDomains(domains, layout),
    ...search,
    ...predicates.data,
    ...(table === undefined ? {} : { table }),
    hasView: view !== undefined,
    hasSymmetry: symmetry !== undefined,
    tables: code.tables.map((entries) => Int32Array.from(entries)),
  };
  const title = `${name}: ${variables.join(', ')} in ${layout.words} words; s0, s1, … of a state, t0, t1, … of the next`;
  return { tier: 'packed', code: programText(code, title, exported), data };
}
