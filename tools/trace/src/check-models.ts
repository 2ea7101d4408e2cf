import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { checkModel } from './check-model.js';
import type { CheckTask, FromWorker } from './check-worker.js';
import type { ModelEntry, Project } from './project.js';
import type { Result } from './result.js';

/** How models are checked. */
export interface CheckModelsOptions {
  readonly live: boolean;
  readonly color: boolean;
  readonly onProgress: (model: string, doing: string) => void;
}

/** More than this would gain nothing: there is one large model among those committed. */
const mostWorkers = 4;

/**
 * Checks models, on as many cores as there are and the largest first. TLC uses the cores itself: with it, one model
 * after the other.
 *
 * @returns the results in the order of the models
 */
export async function checkModels(
  project: Project,
  models: readonly ModelEntry[],
  options: CheckModelsOptions,
): Promise<readonly Result[]> {
  if (options.live || models.length === 1) {
    const results: Result[] = [];
    for (const entry of models) {
      const onProgress = (doing: string): void => options.onProgress(entry.name, doing);
      results.push(await checkModel(project, entry, { ...options, onProgress }));
    }
    return results;
  }
  const results = new Map<string, Result>();
  const waiting = models.toSorted((left, right) => right.distinct - left.distinct);
  const takeTurns = async (): Promise<void> => {
    for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
      results.set(entry.name, await inWorker(project, entry, options));
    }
  };
  const workers = Math.min(models.length, availableParallelism(), mostWorkers);
  await Promise.all(Array.from({ length: workers }, takeTurns));
  return models.map(({ name }) => results.get(name) as Result);
}

function inWorker(
  project: Project,
  entry: ModelEntry,
  { color, onProgress }: CheckModelsOptions,
): Promise<Result> {
  return new Promise((done, failed) => {
    const task: CheckTask = { project, entry, color };
    const worker = new Worker(new URL('./check-worker.js', import.meta.url), {
      workerData: task,
      // States are made and dropped by the million: a larger nursery saves a third of the time.
      resourceLimits: { maxYoungGenerationSizeMb: 128 },
    });
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') onProgress(entry.name, message.doing);
      else done(message.result);
    });
    worker.once('error', failed);
  });
}
