import { check } from '@synod/conformance';
import { describe, EvaluationError, InputError, SynodError } from '@synod/tla';
import { explainDivergences } from '../explain.js';
import { openModel } from '../model.js';
import { colours } from '../output/colours.js';
import { divergenceText } from '../output/divergence.js';
import { resultsJson } from '../output/json.js';
import { writeJunit } from '../output/junit.js';
import { resultTable } from '../output/table.js';
import { terminalProgress } from '../progress.js';
import { chooseModels, type ModelEntry, type Project } from '../project.js';
import { exitCode, type Result } from '../result.js';
import { assertFigures, committedExport, liveExport } from '../tlc-export.js';

/** What `synod check` may be told. */
export interface CheckOptions {
  readonly live?: boolean;
  readonly json?: boolean;
  readonly junit?: string;
  readonly color: boolean;
}

/**
 * `synod check [MODEL…]`: whether the TypeScript conforms to what TLC found. Prints a row a model, and every
 * divergence.
 *
 * @returns the exit code
 */
export async function checkCommand(
  project: Project,
  names: readonly string[],
  options: CheckOptions,
): Promise<number> {
  const models = chooseModels(project, names, (model) => model.committed || options.live === true);
  if (models.length === 0) throw new InputError('no-models', 'there is no model to check');
  const results: Result[] = [];
  for (const entry of models) results.push(await checkModel(project, entry, options.live === true));

  print(results, options);
  if (options.junit !== undefined) {
    await writeJunit(options.junit, results, (result) => details(result, colours(false)));
  }
  return exitCode(results);
}

function print(results: readonly Result[], options: CheckOptions): void {
  if (options.json === true) {
    console.log(resultsJson(results));
    return;
  }
  const coloured = colours(options.color);
  for (const result of results) {
    if (result.type === 'unknown') console.error(`synod: ${result.model}: ${result.reason}`);
    const text = details(result, coloured);
    if (text !== '') console.log(`${text}\n`);
  }
  console.log(resultTable(results, coloured));
}

async function checkModel(project: Project, entry: ModelEntry, live: boolean): Promise<Result> {
  const progress = terminalProgress();
  const say = (doing: string): void => progress(`${entry.name}: ${doing}`);
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  try {
    say(live ? 'running TLC' : 'reading the export');
    const model = await openModel(project, entry);
    const { expected, counts } = live
      ? await liveExport(project, model, say).then((found) => ({ expected: found, counts: found.counts }))
      : { expected: await committedExport(project, model), counts: undefined };
    const verdict = check(model.system, expected, {
      onProgress: say,
      startsAnywhere: model.startsAnywhere,
    });
    // Where the two agree on what is not the model known, something is missing on both sides.
    if (counts !== undefined && verdict.conforms) assertFigures(entry, counts);
    const took = seconds();
    const explained = await explainDivergences(project, model, verdict);
    return { type: 'checked', model: entry.name, seconds: took, verdict, explained };
  } catch (error) {
    if (!(error instanceof SynodError) || error instanceof EvaluationError) throw error;
    const reason = error instanceof InputError ? describe(error) : error.message;
    return { type: 'unknown', model: entry.name, seconds: seconds(), reason };
  } finally {
    progress.done();
  }
}

function details(result: Result, coloured: ReturnType<typeof colours>): string {
  if (result.type === 'unknown') return '';
  return result.explained
    .map((explained) => `${result.model}: ${divergenceText(explained, coloured)}`)
    .join('\n\n');
}
