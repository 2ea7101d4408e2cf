import { parentPort, workerData } from 'node:worker_threads';
import { describe, InputError } from '@synod/tla';
import { type BatchResult, runBatch } from './batch.js';
import { openBench } from './bench.js';
import type { Plan, Seeds } from './plan.js';

/** What a worker is told: seeds, or that there are no more. */
export type ToWorker = { readonly type: 'seeds'; readonly seeds: Seeds } | { readonly type: 'end' };

/** What a worker says. The first thing it says is that it is ready. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'batch'; readonly result: BatchResult }
  /** The last thing: what all its runs exercise, a report of @synod/conformance. */
  | { readonly type: 'coverage'; readonly report: unknown }
  /** It cannot go on: the input is wrong. */
  | { readonly type: 'refused'; readonly code: string; readonly message: string };

const say = (message: FromWorker): void => parentPort?.postMessage(message);

/** Errors lose their class on the way to another thread. */
async function sayingWhatIsWrong(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    say({ type: 'refused', code: error.code, message: describe(error) });
  }
}

await sayingWhatIsWrong(async () => {
  const bench = await openBench(workerData as Plan);
  parentPort?.on('message', (message: ToWorker) => {
    void sayingWhatIsWrong(() => {
      if (message.type === 'seeds') say({ type: 'batch', result: runBatch(bench, message.seeds) });
      else {
        say({ type: 'coverage', report: bench.suite?.report() });
        parentPort?.close();
      }
    });
  });
  say({ type: 'ready' });
});
