import { compareFound, type Side } from '@synod/conformance';
import { EvaluationError, SynodError } from '@synod/tla';
import { type Looked, lookAtSide, reasonOf, type SidesFound } from './check-side.js';
import { explainDivergences } from './explain.js';
import { openModel } from './model.js';
import { colours } from './output/colours.js';
import { divergenceText } from './output/divergence.js';
import { divergenceJson } from './output/json.js';
import type { ModelEntry, Project } from './project.js';
import type { Explained, Result, Told } from './result.js';
import { assertFigures, liveExport } from './tlc-export.js';

/** How one model is checked. */
export interface CheckModelOptions {
  /** Whether divergences may be told with colours. */
  readonly color: boolean;
  readonly onProgress: (doing: string) => void;
}

/** How what was found is compared. */
export interface JoinOptions extends CheckModelOptions {
  /** When work on the model began, by this thread's clock, in milliseconds. */
  readonly since: number;
}

/** What looking at each side of a model came to. */
export type LookedSides = { readonly [S in Side]: Looked<SidesFound[S]> };

/** Checks one model in this thread, against its committed export or, `live`, against what TLC finds now. */
export async function checkModel(
  project: Project,
  entry: ModelEntry,
  options: CheckModelOptions & { readonly live: boolean },
): Promise<Result> {
  const { live, onProgress } = options;
  const start = performance.now();
  try {
    const expected = live
      ? await lookLive(project, entry, onProgress)
      : await lookAtSide('expected', project, entry, onProgress);
    const compiled = await lookAtSide('compiled', project, entry, onProgress);
    const actual = await lookAtSide('actual', project, entry, onProgress);
    return await joinSides(project, entry, { expected, compiled, actual }, { ...options, since: start });
  } catch (error) {
    if (!(error instanceof SynodError) || error instanceof EvaluationError) throw error;
    const seconds = (performance.now() - start) / 1000;
    return couldNotTell(entry, seconds, reasonOf(error));
  }
}

/** What TLC finds now. Where it is not the model known, all sides may lack the same: then that is said. */
async function lookLive(
  project: Project,
  entry: ModelEntry,
  onProgress: (doing: string) => void,
): Promise<Looked<SidesFound['expected']> & { readonly counts: Parameters<typeof assertFigures>[1] }> {
  onProgress('running TLC');
  const start = performance.now();
  const { counts, ...found } = await liveExport(project, await openModel(project, entry), onProgress);
  return { found, counts, seconds: (performance.now() - start) / 1000 };
}

/**
 * Compares what the sides of a model found. What is wrong with the input is a result too, so that the other models are
 * still checked.
 */
export async function joinSides(
  project: Project,
  entry: ModelEntry,
  { expected, compiled, actual }: LookedSides,
  { color, since, onProgress }: JoinOptions,
): Promise<Result> {
  const elapsed = (): number => (performance.now() - since) / 1000;
  const failed = [actual, expected, compiled].find((looked) => 'reason' in looked);
  if (failed !== undefined && 'reason' in failed) return couldNotTell(entry, elapsed(), failed.reason);
  if ('reason' in expected || 'reason' in compiled || 'reason' in actual) throw new Error('one has failed');
  onProgress('comparing');
  try {
    const model = await openModel(project, entry);
    const verdict = compareFound(model.system, expected.found, actual.found, compiled.found);
    const { conforms, divergences, ...compared } = verdict;
    if ('counts' in expected && conforms)
      assertFigures(entry, expected.counts as Parameters<typeof assertFigures>[1]);
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
    return couldNotTell(entry, elapsed(), reasonOf(error));
  }
}

function couldNotTell({ name }: ModelEntry, seconds: number, reason: string): Result {
  return { model: name, seconds, verdict: 'could not tell', reason, divergences: [] };
}

function told(model: string, explained: Explained, color: boolean): Told {
  const text = (wanted: boolean): string => `${model}: ${divergenceText(explained, colours(wanted))}`;
  return { text: text(false), coloured: text(color), json: divergenceJson(explained) };
}
