import type { TransitionSystem } from '@synod/spec';
import type { SpaceBehaviour } from '../src/behaviour/behaviour.js';
import { behaviourOf } from '../src/behaviour/behaviour-of.js';
import { randomBehaviour } from '../src/behaviour/random-behaviour.js';
import { type DriveOptions, driveBehaviours } from '../src/drive/drive.js';
import type { DriveFailure, DriveReport } from '../src/drive/drive-report.js';
import type { Model } from '../src/model/model.js';
import { readTrace } from '../src/trace/read/read-trace.js';
import { validateTrace } from '../src/trace/validate.js';
import { chance, graphModel, type Mailbox, mailbox } from './mailbox.js';
import { type Change, systemAdapter } from './system-adapter.js';

export const system: TransitionSystem<Mailbox> = mailbox(3, ['a', 'b']);
export const model: Model = graphModel(system);
const { space }: Model = model;

/** Behaviours by chance that together take most steps. */
export const some: readonly SpaceBehaviour[] = Array.from({ length: 100 }, (_, i) =>
  randomBehaviour(space, 40, chance(i + 1)),
);

export function drive(change: Change<Mailbox> = {}, options: DriveOptions = {}): Promise<DriveReport> {
  return driveBehaviours(model, systemAdapter(system, change), some, options);
}

export async function failureOf(change: Change<Mailbox>, options: DriveOptions = {}): Promise<DriveFailure> {
  const { failure, verdict } = await drive(change, options);
  if (failure === undefined) throw new Error('nothing fails');
  if (verdict !== 'diverges') throw new Error(verdict);
  return failure;
}

export function only(labels: readonly string[]): readonly SpaceBehaviour[] {
  return [behaviourOf(space, labels) as SpaceBehaviour];
}

/** Whether the trace of a failure, as `synod validate` would judge it, is one of the specification's. */
export async function conforms({ trace }: DriveFailure): Promise<boolean> {
  const read = await readTrace({ chunks: trace.map((line) => `${line}\n`), file: 'run' });
  return validateTrace(read, space).outcome.conforms;
}
