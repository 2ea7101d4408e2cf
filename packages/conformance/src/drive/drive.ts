import { InputError } from '@synod/tla';
import type { SpaceBehaviour } from '../behaviour/behaviour.js';
import { stepsOf } from '../behaviour/labels.js';
import type { Model } from '../model/model.js';
import type { AnyVocabulary, Vocabulary } from '../model/vocabulary.js';
import type { SpaceStep } from '../trace/space.js';
import type { Adapter } from './adapter.js';
import { allLabels } from './all-labels.js';
import type { DriveFailure, DriveReport } from './drive-report.js';
import { failureReport } from './failure-report.js';
import { observer } from './observed.js';
import { runPlan } from './run.js';
import type { DriveContext, RunOutcome } from './running.js';
import { shortestRun } from './shrink-run.js';

/** How an implementation is driven. */
export interface DriveOptions {
  /** Whether it is asked for the steps that are not allowed too, once in each state (default: yes). */
  readonly refusals?: boolean;
  /** Whether a shortest failing behaviour is looked for (default: yes). */
  readonly shrink?: boolean;
  /** Called after each behaviour with what was run so far. */
  readonly onProgress?: (soFar: Pick<DriveReport, 'behaviours' | 'steps' | 'refusals'>) => void;
  /** Called before a failure, given in one sentence, is run again to find a shorter one. */
  readonly onFailure?: (message: string) => void;
  /** Called with each step that was surely taken, and the state that it was taken from. */
  readonly onStep?: (from: number, step: SpaceStep) => void;
}

/**
 * Runs an implementation through behaviours of a specification, and compares what it shows after each step with the states
 * that are possible then: all of them are kept, so that it need not show everything, and may take any of several steps with
 * the same label. In every state that it is in for the first time, it is asked for the steps that are not allowed there,
 * and must refuse them. Ends at the first failure, which is run again and made shorter.
 *
 * @throws InputError if there are no behaviours, or the adapter gives what is no observation
 */
export async function driveBehaviours<V extends Vocabulary = AnyVocabulary>(
  model: Model<V>,
  adapter: Adapter<V>,
  behaviours: Iterable<SpaceBehaviour>,
  options: DriveOptions = {},
): Promise<DriveReport> {
  const { refusals = true, shrink = true, onProgress, onFailure, onStep } = options;
  const { space } = model;
  const context: DriveContext = {
    model: model as Model,
    adapter: adapter as unknown as Adapter,
    labels: allLabels(space),
    stepsOf: stepsOf(space),
    observer: observer(space),
    ...(onStep === undefined ? {} : { onStep }),
  };
  const met = refusals ? new Set<number>() : undefined;
  const total = { behaviours: 0, steps: 0, refusals: 0, left: 0 };
  let failure: DriveFailure | undefined;
  for (const behaviour of behaviours) {
    const run = await runPlan(context, { behaviour }, met);
    total.behaviours += 1;
    add(total, run);
    const { failed } = run;
    onProgress?.(total);
    if (failed === undefined) continue;
    onFailure?.(failed.message);
    const found = { ...run, failed };
    const quiet = { ...context, onStep: () => {} };
    failure = await failureReport(
      context.model,
      found,
      await shortestRun(quiet, found, shrink),
      behaviour.steps.length,
    );
    break;
  }
  if (total.behaviours === 0) {
    const message = 'there are no behaviours to run: a check that ran nothing has not passed.';
    throw new InputError('no-behaviours', message);
  }
  return {
    spec: model.spec,
    against: model.name,
    verdict: failure === undefined ? 'conforms' : 'diverges',
    ...total,
    ...(failure === undefined ? {} : { failure }),
    warnings: [...model.warnings, ...notObserved(context)],
  };
}

function add(total: { steps: number; refusals: number; left: number }, run: RunOutcome): void {
  total.steps += run.steps;
  total.refusals += run.refusals;
  if (run.left) total.left += 1;
}

/** What the adapter never showed was never compared. */
function notObserved({ observer: { variables }, model }: DriveContext): readonly string[] {
  const missing = model.space.variables.filter((name) => !variables.has(name));
  if (missing.length === 0) return [];
  if (variables.size === 0) return ['no state was compared: observe() never gives a variable.'];
  return [`observe() never gives ${missing.join(', ')}: what became of it is not compared.`];
}
