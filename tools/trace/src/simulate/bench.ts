import { coverageSuite } from '@synod/conformance';
import type { Protocol } from '@synod/simulator';
import { InputError } from '@synod/tla';
import type { Bench } from './batch.js';
import { graphOf, openJudge } from './judge.js';
import type { Plan } from './plan.js';

/** Opens what a plan's runs are made and judged with. */
export async function openBench(plan: Plan, protocol?: Protocol): Promise<Bench> {
  return { plan, judge: await openJudge(plan), suite: await openSuite(plan), protocol };
}

/** What counts the steps and states of the plan's model that runs exercise, if that is asked for. */
export async function openSuite(plan: Plan): Promise<Bench['suite']> {
  if (!plan.coverage || plan.model === undefined) return undefined;
  const { graph, space, against } = await graphOf(plan, plan.model);
  if (graph === undefined || space === undefined) {
    throw new InputError('no-graph', `there is no graph of ${against} to count in`);
  }
  return coverageSuite({ graph, spec: space.name, against });
}
