import { parentPort } from 'node:worker_threads';
import type { Side } from '@synod/conformance';
import { type Looked, lookAtSide, type PackedSides, packSide } from './check-side.js';
import { keep } from './known-sides/store.js';
import type { ModelEntry, Project } from './project.js';

/** A side of a model for a worker to look at. */
export interface SideTask {
  readonly project: Project;
  readonly entry: ModelEntry;
  readonly side: Side;
  /** The file to keep what is found in, if it is to be kept. */
  readonly place?: string | undefined;
}

/** What a worker says. */
export type FromWorker =
  | { readonly type: 'progress'; readonly doing: string }
  | { readonly type: 'looked'; readonly looked: Looked<PackedSides[Side]> };

const say = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer);

parentPort?.on('message', (task: SideTask) => void work(task));

/** What is thrown otherwise is a defect, and ends the worker. */
async function work({ project, entry, side, place }: SideTask): Promise<void> {
  const looked = await lookAtSide(side, project, entry, (doing) => say({ type: 'progress', doing }));
  if ('reason' in looked) return say({ type: 'looked', looked });
  const { packed, transfer } = packSide(side, looked.found);
  if (place !== undefined) await keep(place, packed);
  say({ type: 'looked', looked: { found: packed, seconds: looked.seconds } }, transfer);
}
