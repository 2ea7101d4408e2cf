import type { Mutant, Report } from '@synod/mutants';
import { InputError } from '@synod/tla';
import { colours } from '../output/colours.js';
import { mutantsSummary, mutantText } from '../output/mutants.js';
import { terminalProgress } from '../progress.js';
import type { Project } from '../project.js';
import { protocolMutantsCommand } from './protocol-mutants.js';

/** What `synod mutants` may be told. */
export interface MutantsOptions {
  readonly json?: boolean;
  readonly only?: string;
  readonly list?: boolean;
  /** Mistakes in the protocol as it is deployed, and not in the transcriptions. */
  readonly protocol?: boolean;
  /** With `protocol`: the most runs of a mistake. */
  readonly seeds?: string;
  /** With `protocol` and `list`: as docs/protocol-mutants.md. */
  readonly markdown?: boolean;
  readonly color: boolean;
}

/**
 * `synod mutants`: damages the transcriptions one place at a time, in copies of them, and shows what gives each mutant
 * away.
 *
 * @returns the exit code: 1 if one survives
 */
export async function mutantsCommand(project: Project, options: MutantsOptions): Promise<number> {
  if (options.protocol === true) return protocolMutantsCommand(project, options);
  for (const option of ['seeds', 'markdown'] as const) {
    if (options[option] === undefined) continue;
    throw new InputError(
      'needs-protocol',
      `--${option} is for mistakes in the protocol: give --protocol, too`,
    );
  }
  // Loaded only here: it brings a parser that no other command needs.
  const { catalogue, exitCode, runMutants, witnesses } = await import('@synod/mutants');
  const all = await catalogue();
  const chosen = choose(all, options.only);
  if (options.list === true) {
    console.log(options.json === true ? json({ mutants: chosen.map(plainly) }) : listText(chosen));
    return 0;
  }
  const progress = terminalProgress();
  const report = await runMutants({
    mutants: chosen,
    all,
    witnesses,
    host: new URL('../mutants-host.js', import.meta.url).href,
    project: project.root,
    onResult: ({ mutant }, done) => progress(`${done} of ${chosen.length} mutants: ${mutant.id}`),
  }).finally(() => progress.done());
  if (options.json === true) console.log(json({ exitCode: exitCode(report), ...reportJson(report) }));
  else {
    const coloured = colours(options.color);
    for (const result of report.results) console.log(mutantText(result, coloured));
    console.log(`\n${mutantsSummary(report, coloured)}`);
  }
  return exitCode(report);
}

function choose(all: readonly Mutant[], only: string | undefined): readonly Mutant[] {
  if (only === undefined) return all;
  const chosen = all.filter(({ id }) => id.includes(only));
  if (chosen.length > 0) return chosen;
  throw new InputError('no-mutant', `no mutant's id contains "${only}"; synod mutants --list lists them`);
}

function listText(mutants: readonly Mutant[]): string {
  return mutants
    .map(({ id, damage, source }) => `${id}  ${damage}  ${source.file}:${source.line}`)
    .join('\n');
}

function json(value: object): string {
  return JSON.stringify({ format: 1, ...value }, undefined, 2);
}

function reportJson(report: Report): object {
  const mutants = report.results.map(({ mutant, outcome, witness }) => ({
    ...plainly(mutant),
    outcome,
    ...(witness === undefined ? {} : { witness: { ...witness, mutants: undefined } }),
  }));
  return { seconds: report.seconds, unknown: report.unknown, mutants };
}

/** A mutant for a program, without what only the run needs. */
function plainly({ id, definition, damage, source, conjunct, original, mutated }: Mutant): object {
  return { id, definition, damage, ...source, conjunct, original, mutated };
}
