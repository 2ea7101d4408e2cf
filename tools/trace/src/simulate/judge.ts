import { headerConstants, modelSpace, type Trace, type Validation, validateTrace } from '@synod/conformance';
import { Paxos } from '@synod/paxos';
import type { Run } from '@synod/simulator';
import { instantiate } from '@synod/spec';
import { interval } from '@synod/tla';
import { openModel } from '../model.js';
import { chooseModels, type ModelEntry } from '../project.js';
import { modelGraphTarget } from '../validate/graph-target.js';
import type { Target } from '../validate/target.js';
import type { Plan } from './plan.js';
import { judgedTrace } from './run-trace.js';

/** What a run came to. */
export interface Judged {
  /** In what it failed: the type of its first violation, or the action of the event that the specification does not take. */
  readonly failure: string | undefined;
  /** Its trace held against the specification; nothing if it has no events. */
  readonly validation: Validation | undefined;
}

/** Judges runs. @throws InputError if a trace allows too much */
export type Judge = (run: Run) => Judged;

/**
 * Who judges the runs of a plan: the graph that TLC exported for its model, or the TypeScript specification with the ballots
 * that each run has.
 */
export async function openJudge(plan: Plan): Promise<Judge> {
  const target = plan.model === undefined ? undefined : await graphOf(plan, plan.model);
  const validate =
    target === undefined ? againstSpecification : (trace: Trace) => target.judge(trace, {}).validation;
  return (run) => {
    const trace = judgedTrace(run, plan, `seed ${run.schedule.seed ?? '–'}`);
    const validation = trace === undefined ? undefined : validate(trace);
    return { failure: failureOf(run, validation), validation };
  };
}

/** The export of a model, with its operators. */
export async function graphOf({ project }: Pick<Plan, 'project'>, name: string): Promise<Target> {
  const [entry] = chooseModels(project, [name], () => false) as [ModelEntry];
  const target = await modelGraphTarget(project, await openModel(project, entry), true);
  await target.prepare?.();
  return target;
}

/** Each run with states of its own: hardly any are the same in two of them. */
function againstSpecification(trace: Trace): Validation {
  const Ballot = interval(0, highestBallot(trace));
  const constants = { ...headerConstants(trace, Paxos.constantNames), Ballot };
  return validateTrace(trace, modelSpace(instantiate(Paxos, constants)));
}

/** Of those that are begun: a step in any other one diverges for want of its 1a message. */
function highestBallot({ events }: Trace): number {
  let highest = 0;
  for (const { action, parameters } of events) {
    if (action !== 'Phase1a' || parameters?.by !== 'name') continue;
    highest = Math.max(highest, Number(parameters.values.get('b')?.json));
  }
  return highest;
}

function failureOf({ violations }: Run, validation: Validation | undefined): string | undefined {
  const [violation] = violations;
  if (violation !== undefined) return violation.type;
  if (validation === undefined || validation.outcome.conforms) return undefined;
  return `diverges at ${validation.outcome.first?.action ?? 'what a learner knows'}`;
}
