import type { HiddenMistake, Mistake, ProtocolReport } from '@synod/mutants';
import { InputError } from '@synod/tla';
import { colours } from '../output/colours.js';
import { protocolMutantText, protocolSummary } from '../output/protocol-mutants.js';
import { terminalProgress } from '../progress.js';
import type { Project } from '../project.js';
import type { MutantsOptions } from './mutants.js';

/**
 * `synod mutants --protocol`: makes known mistakes in copies of the deployed roles, runs them in simulated clusters, and shows
 * what gives each away.
 *
 * @returns the exit code: 1 if one survives, or if the protocol without mistakes is not accepted
 */
export async function protocolMutantsCommand(project: Project, options: MutantsOptions): Promise<number> {
  const { hiddenMistakes, mistakes, protocolExitCode, protocolMarkdown, runProtocolMutants } = await import(
    '@synod/mutants'
  );
  const seeds = readSeeds(options.seeds);
  const wanted = ({ id }: Mistake): boolean => id.includes(options.only ?? '');
  const chosen = { mistakes: mistakes.filter(wanted), hidden: hiddenMistakes.filter(wanted) };
  const all = [...chosen.mistakes, ...chosen.hidden];
  if (all.length === 0) {
    const message = `no mistake's id contains "${options.only}"; synod mutants --protocol --list lists them`;
    throw new InputError('no-mutant', message);
  }
  if (options.list === true) {
    if (options.markdown === true) process.stdout.write(protocolMarkdown());
    else console.log(options.json === true ? json({ mutants: all.map(plainly) }) : listText(all));
    return 0;
  }
  const progress = terminalProgress();
  const report = await runProtocolMutants({
    ...chosen,
    seeds,
    host: new URL('../protocol-host.js', import.meta.url).href,
    project: project.root,
    onResult: ({ mistake }, done) => progress(`${done} of ${all.length} mistakes: ${mistake.id}`),
  }).finally(() => progress.done());
  const exitCode = protocolExitCode(report);
  if (options.json === true) console.log(json({ exitCode, ...reportJson(report) }));
  else {
    const coloured = colours(options.color);
    for (const result of report.results) console.log(protocolMutantText(result, coloured));
    console.log(`\n${protocolSummary(report, coloured)}`);
  }
  return exitCode;
}

function readSeeds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seeds = Number(text);
  if (/^\d+$/.test(text) && seeds >= 1 && seeds <= 1_000_000) return seeds;
  throw new InputError('seeds', `--seeds takes a number from 1 to 1,000,000, and this is "${text}"`);
}

function listText(all: readonly Mistake[]): string {
  return all.map(({ id, mistake }) => `${id}  ${mistake}`).join('\n');
}

function json(value: object): string {
  return JSON.stringify({ format: 1, ...value }, undefined, 2);
}

function plainly(mistake: Mistake | HiddenMistake): object {
  const { id, scenario, patches } = mistake;
  const proof = 'proof' in mistake ? { proof: mistake.proof } : {};
  return { id, mistake: mistake.mistake, scenario: scenario.name, patches, ...proof };
}

function reportJson({ results, deployed, seconds }: ProtocolReport): object {
  return {
    seconds,
    mutants: results.map(({ mistake, ...result }) => ({ ...plainly(mistake), ...result })),
    deployed: deployed.map(({ scenario, ...result }) => ({ scenario: scenario.name, ...result })),
  };
}
