import { shrinkCandidates } from '../behaviour/shrink-candidates.js';
import { runPlan } from './run.js';
import type { DriveContext, Failed, Plan, RunOutcome } from './running.js';

/** So many runs are tried before what was found so far is taken for the shortest. */
const mostRuns = 5000;

/** A run that failed. */
export interface FailedRun extends RunOutcome {
  readonly failed: Failed;
}

/** The shortest run found that fails in the same way. */
export interface Shortest {
  readonly run: FailedRun;
  /** What is to be said of having it again; nothing if it simply fails again. */
  readonly remark?: string;
}

const afterRefusals =
  'It does so only after other steps that are not allowed have been asked for and refused in every state on the way.';
const notAgain =
  'It did not do so again when the same was run once more: the implementation depends on more than the steps it takes, such as time, chance or what is left after reset.';

/**
 * Runs a failure again, and then shorter behaviours as long as they fail in the same way: in the same manner, at a step of
 * the same action.
 *
 * @param shorten whether to look for a shorter one at all
 */
export async function shortestRun(
  context: DriveContext,
  found: FailedRun,
  shorten: boolean,
): Promise<Shortest> {
  const { kind, label, plan } = found.failed;
  const again = async (tried: Plan, asks: boolean): Promise<FailedRun | undefined> => {
    const { behaviour } = tried;
    const run = await runPlan(context, asks ? { behaviour } : tried, asks ? new Set() : undefined);
    const { failed } = run;
    const isSame = failed?.kind === kind && failed.label?.action === label?.action;
    return isSame ? { ...run, failed } : undefined;
  };
  const plain = await again(plan, false);
  const asking = plain === undefined ? await again(plan, true) : undefined;
  const first = plain ?? asking;
  if (first === undefined) return { run: found, remark: notAgain };
  const run = shorten ? await shortest(context, first, (tried) => again(tried, plain === undefined)) : first;
  return { run, ...(plain === undefined ? { remark: afterRefusals } : {}) };
}

/** Goes on from the first shorter run that fails until there is none. */
async function shortest(
  { model }: DriveContext,
  first: FailedRun,
  again: (tried: Plan) => Promise<FailedRun | undefined>,
): Promise<FailedRun> {
  let best = first;
  let runs = 0;
  for (let shorter: FailedRun | undefined = first; shorter !== undefined; ) {
    shorter = undefined;
    const { behaviour, last } = best.failed.plan;
    for (const candidate of shrinkCandidates(model.space, behaviour)) {
      if (++runs > mostRuns) return best;
      shorter = await again({ behaviour: candidate, ...(last === undefined ? {} : { last }) });
      if (shorter === undefined) continue;
      best = shorter;
      break;
    }
  }
  return best;
}
