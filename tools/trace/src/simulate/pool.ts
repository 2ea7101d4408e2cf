import { Worker } from 'node:worker_threads';
import { InputError } from '@synod/tla';
import type { Bench } from './batch.js';
import { type BatchResult, runBatch } from './batch.js';
import type { Plan, Seeds } from './plan.js';
import type { FromWorker, ToWorker } from './worker.js';

/** Makes and judges runs: in a thread of its own, or here. */
export interface Hand {
  run(seeds: Seeds): Promise<BatchResult>;
  /** Lets go of it. @returns what its runs exercise, if that was asked for */
  end(): Promise<unknown>;
}

/** Works in this thread, and lets others have it between two batches. */
export function ownHand(bench: Bench): Hand {
  return {
    run: (seeds) =>
      new Promise((done, failed) => {
        setImmediate(() => {
          try {
            done(runBatch(bench, seeds));
          } catch (error) {
            failed(error);
          }
        });
      }),
    end: async () => bench.suite?.report(),
  };
}

/** @throws InputError if the plan cannot be begun */
export async function workerHand(plan: Plan): Promise<Hand> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: plan,
    // States are made and dropped by the million: a larger nursery saves time.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  let answer: ((message: FromWorker) => void) | undefined;
  let refuse: ((error: unknown) => void) | undefined;
  worker.on('message', (message: FromWorker) => {
    if (message.type === 'refused') refuse?.(new InputError(message.code, message.message));
    else answer?.(message);
  });
  worker.on('error', (error) => refuse?.(error));
  const next = (): Promise<FromWorker> =>
    new Promise((resolve, reject) => {
      [answer, refuse] = [resolve, reject];
    });
  const ask = async (message: ToWorker): Promise<FromWorker> => {
    const answered = next();
    worker.postMessage(message);
    return answered;
  };
  await next();
  return {
    async run(seeds) {
      const said = await ask({ type: 'seeds', seeds });
      if (said.type !== 'batch') throw new Error(`a worker said ${said.type}`);
      return said.result;
    },
    async end() {
      const said = await ask({ type: 'end' });
      return said.type === 'coverage' ? said.report : undefined;
    },
  };
}
