import type { Side } from '@synod/conformance';
import { InputError } from '@synod/tla';
import { checkModels } from '../check-models.js';
import { colours } from '../output/colours.js';
import { resultsJson } from '../output/json.js';
import { writeJunit } from '../output/junit.js';
import { resultTable } from '../output/table.js';
import { terminalProgress } from '../progress.js';
import { chooseModels, type Project } from '../project.js';
import { exitCode, type Result } from '../result.js';

/** What `synod check` may be told. */
export interface CheckOptions {
  readonly live?: boolean;
  readonly fresh?: boolean;
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
  const progress = terminalProgress();
  const known: Side[] = [];
  let results: readonly Result[];
  try {
    results = await checkModels(project, models, {
      live: options.live === true,
      fresh: options.fresh === true,
      color: options.color,
      onProgress: (model, doing) => progress(`${model}: ${doing}`),
      onKnown: (_, side) => known.push(side),
    });
  } finally {
    progress.done();
  }
  // Of what is wrong, that line alone is said.
  if (known.length > 0 && results.every(({ reason }) => reason === undefined))
    console.error(knownText(known));
  print(results, options);
  if (options.junit !== undefined) await writeJunit(options.junit, results);
  return exitCode(results);
}

const count = (number: number, what: string): readonly string[] =>
  number === 0 ? [] : [`${number} ${what}${number === 1 ? '' : 's'}`];

function knownText(known: readonly Side[]): string {
  const exports = known.filter((side) => side === 'expected').length;
  const what = [...count(exports, 'export'), ...count(known.length - exports, 'specification')].join(' and ');
  return `synod: ${what} not read again, unchanged since an earlier check; --fresh reads everything`;
}

function print(results: readonly Result[], options: CheckOptions): void {
  if (options.json === true) {
    console.log(resultsJson(results));
    return;
  }
  for (const { model, reason, divergences } of results) {
    if (reason !== undefined) console.error(`synod: ${model}: ${reason}`);
    for (const { coloured } of divergences) console.log(`${coloured}\n`);
  }
  console.log(resultTable(results, colours(options.color)));
}
