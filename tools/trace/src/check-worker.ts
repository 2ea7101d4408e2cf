import { parentPort, workerData } from 'node:worker_threads';
import { checkModel } from './check-model.js';
import type { ModelEntry, Project } from './project.js';
import type { Result } from './result.js';

/** A model for a worker to check against its committed export. */
export interface CheckTask {
  readonly project: Project;
  readonly entry: ModelEntry;
  readonly color: boolean;
}

/** What a worker says. */
export type FromWorker =
  | { readonly type: 'progress'; readonly doing: string }
  | { readonly type: 'result'; readonly result: Result };

const { project, entry, color } = workerData as CheckTask;
const say = (message: FromWorker): void => parentPort?.postMessage(message);
const onProgress = (doing: string): void => say({ type: 'progress', doing });
say({ type: 'result', result: await checkModel(project, entry, { live: false, color, onProgress }) });
