import { hiddenMistakes, mistakes } from './catalogue.js';
import type { Mistake } from './mistake.js';

/** The catalogue as a page: docs/protocol-mutants.md. */
export function protocolMarkdown(): string {
  const rows = mistakes.map((one) => row(one.id, one.mistake, one.scenario.name));
  const hidden = hiddenMistakes.map((one) => row(one.id, one.mistake, one.proof));
  return `${[
    '# Mistakes in the protocol',
    '',
    'What people get wrong when they write Paxos, made on purpose in copies of the compiled `packages/roles`. `synod mutants --protocol`',
    'runs each in simulated clusters, with the seeds 1, 2, … and at most 2,000 of them, and holds every run against `Paxos.tla`; it prints',
    'which check said no, after how many runs, and the sentence it said. Exit code 1 if one survives, or if the protocol without the',
    'mistake is not accepted with the same seeds. `--only TEXT` tries those whose id contains the text, `--json` prints for programs.',
    '',
    'This page is what `synod mutants --protocol --list --markdown` prints.',
    '',
    `## ${mistakes.length} that are caught`,
    '',
    ...table('mistake', 'what it is', 'where it is tried', rows),
    '',
    `## ${hiddenMistakes.length} that nobody can catch`,
    '',
    'Their executions are behaviours of `Paxos.tla`, so that no trace shows them. The command holds 100 runs of each against it all the same;',
    'if one were rejected, the proof would be wrong, and the exit code 1. Three have a witness: code that compares the two in every state in',
    'which the proof says that they are equal.',
    '',
    ...table('mistake', 'what it is', 'why', hidden),
  ].join('\n')}\n`;
}

type Row = readonly string[];

function row(id: Mistake['id'], ...cells: readonly string[]): Row {
  return [`\`${id}\``, ...cells.map((cell) => cell.replaceAll('|', '\\|'))];
}

function table(one: string, two: string, three: string, rows: readonly Row[]): readonly string[] {
  return [[one, two, three], ['---', '---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
