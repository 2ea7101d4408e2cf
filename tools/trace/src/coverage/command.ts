import { type CoverageReport, missedThresholds } from '@synod/conformance';
import { InputError } from '@synod/tla';
import { writeToFile, writeToStandardOutput } from '../graph/write-output.js';
import { refuseForeign } from '../open-foreign.js';
import { colours } from '../output/colours.js';
import { terminalProgress } from '../progress.js';
import type { Project } from '../project.js';
import { traceFiles } from '../validate/trace-files.js';
import { countTraces } from './count.js';
import { coverageHtml } from './html/page.js';
import type { CoverageOptions } from './options.js';
import { type EarlierReport, readEarlierReport } from './read-report.js';
import { coverageTarget } from './target.js';
import { coverageText } from './text.js';
import { exitCode, uncountedLines } from './verdicts.js';

/**
 * `synod coverage TRACE…`: what of a graph executions take.
 *
 * @param named traces, and folders of them; `-` is standard input
 * @returns the exit code: 1 if a trace diverges or a threshold is missed, else 2 if one could not be told of, else 0
 * @throws InputError if there is nothing that could be counted
 */
export async function coverageCommand(
  openProject: () => Promise<Project>,
  named: readonly string[],
  options: CoverageOptions,
): Promise<number> {
  refuseCombinations(named, options);
  const files = traceFiles(named);
  const earlier: EarlierReport[] = [];
  for (const file of options.merge ?? []) earlier.push(await readEarlierReport(file));
  const progress = terminalProgress();
  let report: CoverageReport;
  try {
    progress('reading the graph');
    const target = await coverageTarget(openProject, options);
    report = await countTraces(files, earlier, { target, options, progress });
  } finally {
    progress.done();
  }
  for (const warning of report.warnings) console.error(`synod: warning: ${warning}`);
  for (const line of uncountedLines(report, options)) console.error(`synod: ${line}`);
  if (report.traces.length === 0) {
    const message = 'the reports have no traces: a suite without traces covers nothing';
    throw new InputError('no-traces', message);
  }
  // What is wrong with each was said: there is nothing to add.
  if (report.traces.every(({ verdict }) => verdict === 'could not tell')) return 2;
  const { minActions: actions, minSteps: steps, minStates: states } = options;
  const missed = missedThresholds(report, { actions, steps, states });
  for (const sentence of missed) console.error(`synod: ${sentence}`);
  await print(report, options);
  return exitCode(report, missed);
}

async function print(report: CoverageReport, options: CoverageOptions): Promise<void> {
  const json = `${JSON.stringify(report, undefined, 2)}\n`;
  const text =
    options.json === true ? json : `${coverageText(report, options.all === true, colours(options.color))}\n`;
  await writeToStandardOutput([text]);
  if (options.out !== undefined) await writeToFile(options.out, [json]);
  if (options.html !== undefined) await writeToFile(options.html, [coverageHtml(report)]);
}

function refuseCombinations(named: readonly string[], options: CoverageOptions): void {
  const { merge = [], out, html } = options;
  if (named.length === 0 && merge.length === 0)
    refuse('name the traces: a suite without traces covers nothing');
  refuseForeign(options);
  if (named.filter((file) => file === '-').length > 1) refuse('standard input (-) can be read only once');
  if (out !== undefined && out === html) refuse('--out and --html name the same file');
}

function refuse(message: string): never {
  throw new InputError('options', message);
}
