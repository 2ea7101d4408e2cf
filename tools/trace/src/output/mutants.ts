import type { Catch, Report, Result } from '@synod/mutants';
import type { Colours } from './colours.js';
import { number, plainTable } from './table.js';

/** A state longer than this is cut: what decides stands beside it, and `--json` has all of it. */
const longest = 160;

/** One mutant: what is damaged where, and what gave it away. */
export function mutantText({ mutant, outcome, witness }: Result, colours: Colours): string {
  const { file, line } = mutant.source;
  const damaged = [mutant.conjunct, `${file}:${line}`].filter((part) => part !== '').join('  ');
  const head = `${colours.bold(mutant.id)}  ${damaged}`;
  switch (outcome.type) {
    case 'caught':
      return [head, ...catchText(outcome.by)].join('\n');
    case 'equivalent': {
      const { call, why, test } = witness ?? { call: '', why: '', test: undefined };
      return [
        head,
        `  no model: ${why}`,
        `  ${call} in a state of its own: ${cut(outcome.specified)} as specified, ${cut(outcome.damaged)} as damaged`,
        ...(test === undefined ? [] : [`  test: ${test.title} (${test.file})`]),
      ].join('\n');
    }
    case 'stale':
      return [
        head,
        `  ${colours.red('is caught by a model')}, and needs no witness any more:`,
        ...catchText(outcome.by),
      ].join('\n');
    case 'survived':
      return [head, `  ${colours.red('survives')}: ${mutant.original} → ${mutant.mutated}`].join('\n');
    case 'undecided':
      return [head, `  ${colours.yellow('could not be judged')}: ${outcome.reason}`].join('\n');
  }
}

function catchText(caught: Catch): readonly string[] {
  const { model, kind, what, onlyIn, depth, state, decides } = caught;
  const side = onlyIn === undefined ? '' : ` only in ${onlyIn}`;
  const way = depth === undefined ? '' : depth === 1 ? ' after 1 step' : ` after ${depth} steps`;
  const values = Object.entries(state ?? {}).map(([variable, value]) => `${variable} = ${value}`);
  return [
    `  ${model}: ${kind} ${what}${side}${way}`,
    ...(values.length === 0 ? [] : [`  in ${cut(values.join(', '))}`]),
    ...decides.map(({ text, file, line }) => `  decides: ${text} (${file}:${line})`),
  ];
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)} …`;
}

/** How many mutants were given away by what, and one line that says how it ended. */
export function mutantsSummary({ results, unknown, seconds }: Report, colours: Colours): string {
  const counts = new Map<string, number>();
  for (const result of results) counts.set(catcher(result), (counts.get(catcher(result)) ?? 0) + 1);
  const rows = [...counts].map(([by, count]) => [by, number(count)]);
  const bad = results.filter(({ outcome }) => !['caught', 'equivalent'].includes(outcome.type));
  const verdict = [
    `${number(results.length)} mutants, ${number(bad.length)} of them not caught, in ${seconds.toFixed(0)} s`,
    ...unknown.map((id) => `a witness names ${id}, and there is no such mutant`),
  ];
  return [plainTable(['caught by', 'mutants'], rows, colours), ...verdict].join('\n');
}

function catcher({ outcome }: Result): string {
  switch (outcome.type) {
    case 'caught':
      return `${outcome.by.model}, ${outcome.by.kind}`;
    case 'equivalent':
      return 'its witness, and no model';
    case 'stale':
      return 'a model, though it has a witness';
    case 'survived':
      return 'nothing';
    case 'undecided':
      return 'could not be judged';
  }
}
