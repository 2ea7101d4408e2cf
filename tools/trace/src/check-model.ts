import { check } from '@synod/conformance';
import { describe, EvaluationError, InputError, SynodError } from '@synod/tla';
import { explainDivergences } from './explain.js';
import { openModel } from './model.js';
import { colours } from './output/colours.js';
import { divergenceText } from './output/divergence.js';
import { divergenceJson } from './output/json.js';
import type { ModelEntry, Project } from './project.js';
import type { Explained, Result, Told } from './result.js';
import { assertFigures, committedExport, liveExport } from './tlc-export.js';

/** How one model is checked. */
export interface CheckModelOptions {
  /** Whether TLC is run now, instead of reading what it exported. */
  readonly live: boolean;
  /** Whether divergences may be told with colours. */
  readonly color: boolean;
  readonly onProgress: (doing: string) => void;
}

/** Checks one model. What is wrong with the input is a result too, so that the other models are still checked. */
export async function checkModel(
  project: Project,
  entry: ModelEntry,
  { live, color, onProgress }: CheckModelOptions,
): Promise<Result> {
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1000;
  try {
    onProgress(live ? 'running TLC' : 'reading the export');
    const model = await openModel(project, entry);
    const { expected, counts } = live
      ? await liveExport(project, model, onProgress).then((found) => ({
          expected: found,
          counts: found.counts,
        }))
      : { expected: await committedExport(project, model), counts: undefined };
    const { startsAnywhere } = model;
    const { conforms, divergences, ...compared } = check(model.system, expected, {
      onProgress,
      startsAnywhere,
    });
    // Where the two agree on what is not the model known, something is missing on both sides.
    if (counts !== undefined && conforms) assertFigures(entry, counts);
    const seconds = elapsed();
    const explained = await explainDivergences(project, model, divergences);
    return {
      model: entry.name,
      seconds,
      verdict: conforms ? 'conforms' : 'diverges',
      compared,
      divergences: explained.map((each) => told(entry.name, each, color)),
    };
  } catch (error) {
    if (!(error instanceof SynodError) || error instanceof EvaluationError) throw error;
    const reason = error instanceof InputError ? describe(error) : error.message;
    return { model: entry.name, seconds: elapsed(), verdict: 'could not tell', reason, divergences: [] };
  }
}

function told(model: string, explained: Explained, color: boolean): Told {
  const text = (wanted: boolean): string => `${model}: ${divergenceText(explained, colours(wanted))}`;
  return { text: text(false), coloured: text(color), json: divergenceJson(explained) };
}
