import { type Profiler, Session } from 'node:inspector';
import { parentPort, workerData } from 'node:worker_threads';
import { instantiate, type Specification, type TransitionSystem } from '@synod/spec';
import { InputError, key, parseValue, type TlaValue } from '@synod/tla';
import type { FunctionCounts, GuardTask } from './task.js';

// The specification is loaded after counting has begun: V8 counts blocks only in code compiled since then. This is
// why it happens in a worker, where nothing of it is loaded yet.
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
parentPort?.postMessage(await count(workerData as GuardTask));

async function count(task: GuardTask): Promise<readonly FunctionCounts[]> {
  const module = (await import(task.module)) as Record<string, Specification | undefined>;
  const specification = module[task.exportName];
  if (specification === undefined)
    throw new InputError('no-export', `${task.module} has no ${task.exportName}`);
  const constants = Object.fromEntries(
    Object.entries(task.constants).map(([name, text]): [string, TlaValue] => [name, parseValue(text)]),
  );
  const system = instantiate(specification, constants);
  const parameters = task.parameters.map((text) => parseValue(text));
  const state = replay(system, task.behaviour);
  take();
  for (const _ of system.perform(state, task.action, parameters));
  return take().flatMap(({ url, functions }) =>
    functions
      .filter(({ functionName, isBlockCoverage }) => isBlockCoverage && functionName === task.action)
      .map(({ functionName, ranges }) => ({ url, functionName, ranges })),
  );
}

/** The last state of a behaviour, as the system itself makes it. */
function replay(system: TransitionSystem, behaviour: readonly (readonly string[])[]): unknown {
  const matches = (expected: readonly string[]) => (state: unknown) =>
    system.decode(state).every((value, index) => key(value) === expected[index]);
  const [first = [], ...rest] = behaviour;
  let state = [...system.init()].find(matches(first));
  for (const next of rest) {
    state = Array.from(system.next(state), (step) => step.state).find(matches(next));
  }
  return state;
}

/** The counts since the last call. */
function take(): readonly Profiler.ScriptCoverage[] {
  let counts: readonly Profiler.ScriptCoverage[] = [];
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    counts = result;
  });
  return counts;
}
