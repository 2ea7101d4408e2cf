import type { Stored } from '../../run/values/value.js';
import { type EmitLabel, fails, stepsOf } from './block.js';
import { type Code, writeSuccessors } from './code.js';
import { textOf } from './describe.js';
import { type Domain, termOf } from './domain/domain.js';
import { initial, type Session, steps } from './domain/fixpoint.js';
import { effectOf } from './effect.js';
import type { PackedData } from './program.js';
import { Refused } from './refusal.js';
import { newForge } from './symbolic/logic.js';
import { combine } from './symbolic/term.js';
import type { Reached } from './walk.js';

/** Writes the functions that find initial states and successors. */
export function emitSearch(
  session: Session,
  code: Code,
  domains: readonly Domain[],
  labels: boolean,
): Pick<PackedData, 'init' | 'next' | 'labels'> {
  const init = emitInit(session, code, domains);
  const table: PackedData['labels'][number][] = [];
  return { init, next: emitNext(session, code, domains, labels, table), labels: table };
}

function emitInit(session: Session, code: Code, domains: readonly Domain[]): PackedData['init'] {
  const { budgets, deadline } = session;
  try {
    const forge = newForge(budgets, deadline);
    const found = stepsOf(
      initial(session, forge),
      ({ values, path }) => effectOf(forge, code.layout, domains, undefined, values, path),
      () => ({ text: '', atoms: [], numbers: [-1] }),
    );
    writeSuccessors(code, 'init', found, false);
    return { here: true, mayFail: fails(found) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    code.functions.push('function init() {}');
    return { here: false, mayFail: false, reason: error.message };
  }
}

function emitNext(
  session: Session,
  code: Code,
  domains: readonly Domain[],
  labels: boolean,
  table: PackedData['labels'][number][],
): PackedData['next'] {
  const { budgets, deadline, lowered } = session;
  const forge = newForge(budgets, deadline);
  const before = domains.map((domain) => termOf(forge, 'from', domain));
  const numbers = new Map<string, number>();
  const label = ({ label: given }: Reached): EmitLabel => {
    if (given === undefined) return { text: '', atoms: [], numbers: [-1] };
    const { action, parameters } = given;
    const all = combine(forge, parameters, (values) => labelNumber(action, values, numbers, table));
    const text = all.atoms.length === 0 ? labelText(table, all.values[0]) : action;
    return { text, atoms: all.atoms, numbers: all.values };
  };
  const statements = lowered.next === undefined ? [] : steps(session, forge, before, lowered.next, labels);
  const found = stepsOf(
    statements,
    ({ values, path }) => effectOf(forge, code.layout, domains, before, values, path),
    label,
  );
  writeSuccessors(code, 'next', found, true);
  return { here: true, mayFail: fails(found) };
}

function labelNumber(
  action: string,
  values: readonly Stored[],
  numbers: Map<string, number>,
  table: PackedData['labels'][number][],
): number {
  const parameters = values.map(textOf);
  const key = [action, ...parameters].join('\n');
  let number = numbers.get(key);
  if (number === undefined) {
    number = table.push({ action, parameters }) - 1;
    numbers.set(key, number);
  }
  return number;
}

function labelText(table: readonly PackedData['labels'][number][], number: number | undefined): string {
  const label = table[number ?? -1];
  return label === undefined ? '' : `${label.action}(${label.parameters.join(', ')})`.replace('()', '');
}
