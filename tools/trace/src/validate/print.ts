import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { TraceReport } from '@synod/conformance';
import { InputError } from '@synod/tla';
import type { Colours } from '../output/colours.js';
import type { ValidateOptions } from './options.js';
import { reportText } from './output/text.js';
import { reasonLine, warningLines } from './output/warnings.js';

/**
 * Prints what validating executions came to, and writes the files that were asked for.
 *
 * @returns the exit code: 1 if one diverges, else 2 if one could not be told of, else 0
 */
export async function printReports(
  reports: readonly TraceReport[],
  options: ValidateOptions,
  colours: Colours,
): Promise<0 | 1 | 2> {
  for (const report of reports) {
    for (const line of warningLines(report)) console.error(`synod: warning: ${line}`);
    const reason = reasonLine(report);
    if (reason !== undefined) console.error(`synod: ${reason}`);
  }
  // A form that nobody asks for is not loaded.
  if (options.json === true) console.log((await import('./output/json.js')).reportsJson(reports));
  // Where nothing was judged, the lines above say all there is.
  else if (reports.some(isJudged)) console.log(reportText(reports, colours));
  if (process.env['GITHUB_ACTIONS'] === 'true') {
    const { annotations } = await import('./output/annotations.js');
    for (const line of annotations(reports)) console.error(line);
  }
  if (options.junit !== undefined) {
    const { reportsJunit } = await import('./output/junit.js');
    await write(options.junit, reportsJunit(reports));
  }
  if (options.html !== undefined) {
    const { reportHtml } = await import('./output/html/report-html.js');
    await write(options.html, reportHtml(reports, { sources: await sourcesOf(reports) }));
  }
  return exitCode(reports);
}

function isJudged({ verdict, reason }: TraceReport): boolean {
  return verdict !== 'could not tell' || reason === undefined;
}

function exitCode(reports: readonly TraceReport[]): 0 | 1 | 2 {
  if (reports.some(({ verdict }) => verdict === 'diverges')) return 1;
  return reports.some(({ verdict }) => verdict === 'could not tell') ? 2 : 0;
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    const message = `the report cannot be written: ${(cause as Error).message}`;
    throw new InputError('report', message, { file }, { cause });
  }
}

/** The texts of the modules in which false conjuncts stand. */
async function sourcesOf(reports: readonly TraceReport[]): Promise<ReadonlyMap<string, string>> {
  const files = new Set(
    reports.flatMap(({ divergence }) =>
      (divergence?.prefixes ?? []).flatMap(({ next }) =>
        next.flatMap(({ conjuncts }) => conjuncts.map(({ file }) => file)),
      ),
    ),
  );
  const sources = new Map<string, string>();
  for (const file of files) {
    const text = await readFile(resolve(file), 'utf8').catch(() => undefined);
    if (text !== undefined) sources.set(file, text);
  }
  return sources;
}
