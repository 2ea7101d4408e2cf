import { number } from '@synod/conformance/text';
import Table from 'cli-table3';
import type { Result } from '../result.js';
import type { Colours } from './colours.js';

export { number } from '@synod/conformance/text';

const heads = ['model', 'states', 'steps', 'operators', 'refinement steps', 'invariants', 'time', 'verdict'];

/** One row a model: what was compared, how long it took, and what came of it. */
export function resultTable(results: readonly Result[], colours: Colours): string {
  const rows = results.map((result) => [
    ...counts(result),
    `${result.seconds.toFixed(1)} s`,
    verdictText(result, colours),
  ]);
  return plainTable(heads, rows, colours);
}

function counts({ model, compared }: Result): readonly string[] {
  if (compared === undefined) return [model, '–', '–', '–', '–', '–'];
  const { states, steps, operators, refinements, invariants } = compared;
  const refined = refinements.map((refinement) => `${refinement.name} ${number(refinement.steps)}`);
  return [
    model,
    number(states),
    number(steps),
    `${operators.count} in ${number(operators.values)} values`,
    refined.join(', ') || 'none above',
    `${invariants.length}`,
  ];
}

function verdictText({ verdict }: Result, colours: Colours): string {
  const shade = { conforms: colours.green, diverges: colours.red, 'could not tell': colours.yellow }[verdict];
  return shade(verdict);
}

/** A table without lines; numbers to the right. */
export function plainTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  colours: Colours,
): string {
  const numeric = head.map(
    (_, column) => rows.length > 0 && rows.every((row) => /^[\d,.–]+( s)?$/.test(row[column] ?? '')),
  );
  const none = [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
  ];
  const inner = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'];
  const table = new Table({
    chars: { ...Object.fromEntries([...none, ...inner].map((name) => [name, ''])), middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: numeric.map((right) => (right ? 'right' : 'left')),
  });
  table.push(
    head.map((name) => colours.bold(name)),
    ...rows.map((row) => [...row]),
  );
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
