import type { Stored } from '../../run/values/value.js';
import { type EmitLabel, fails, stepsOf } from './block.js';
import { type Code, writeSuccessors } from './code.js';
import { textOf } from './describe.js';
import type { Reachable } from './domain/fixpoint.js';
import { effectOf } from './effect.js';
import type { PackedData } from './program.js';
import { Refused } from './refusal.js';
import type { Reached } from './statement.js';
import { combine } from './symbolic/term.js';

/**
 * Writes the functions that find initial states and successors.
 *
 * @param inOrder whether they find them in TLC's order, which takes longer
 */
export function emitSearch(
  code: Code,
  found: Reachable,
  inOrder: boolean,
): Pick<PackedData, 'init' | 'next' | 'labels'> {
  const labels: PackedData['labels'][number][] = [];
  return { init: emitInit(code, found, inOrder), next: emitNext(code, found, labels, inOrder), labels };
}

function emitInit(code: Code, { domains, init }: Reachable, inOrder: boolean): PackedData['init'] {
  const { forge, statements } = init;
  try {
    const found = stepsOf(
      statements,
      ({ values, path }) => effectOf(forge, code.layout, domains, undefined, values, path),
      () => ({ text: '', atoms: [], numbers: [-1] }),
      !inOrder,
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
  code: Code,
  { domains, next }: Reachable,
  table: PackedData['labels'][number][],
  inOrder: boolean,
): PackedData['next'] {
  const { forge, before, statements } = next;
  const numbers = new Map<string, number>();
  const label = ({ label: given }: Reached): EmitLabel => {
    if (given === undefined) return { text: '', atoms: [], numbers: [-1] };
    const { action, parameters } = given;
    const all = combine(forge, parameters, (values) => labelNumber(action, values, numbers, table));
    const text = all.atoms.length === 0 ? labelText(table, all.values[0]) : action;
    return { text, atoms: all.atoms, numbers: all.values };
  };
  const found = stepsOf(
    statements,
    ({ values, path }) => effectOf(forge, code.layout, domains, before, values, path),
    label,
    !inOrder,
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
