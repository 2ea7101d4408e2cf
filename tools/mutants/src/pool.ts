import { Worker } from 'node:worker_threads';
import { InputError } from '@synod/tla';
import type { Judgement, Task } from './judge.js';
import type { Answer, WorkerData } from './worker.js';

/** What came of a task: a judgement, or that it took too long. */
export type Outcome = Judgement | { readonly type: 'undecided'; readonly reason: string };

/** How tasks are worked on. */
export interface PoolOptions {
  /** How many at once. */
  readonly workers: number;
  /** How long one may take, in seconds: a mutant that has no end would hold up all others. */
  readonly timeout: number;
  readonly data: WorkerData;
  readonly onOutcome: (index: number, outcome: Outcome) => void;
}

/**
 * Judges tasks in worker threads. A thread whose task takes too long is ended and replaced.
 *
 * @throws whatever a worker throws: a model that cannot be read, a defect
 */
export async function judgeAll(tasks: readonly Task[], options: PoolOptions): Promise<void> {
  let next = 0;
  const running = new Set<Worker>();
  const work = async (): Promise<void> => {
    let worker: Worker | undefined;
    for (let index = next++; index < tasks.length; index = next++) {
      worker ??= start(options.data, running);
      const outcome = await judgeIn(worker, tasks[index] as Task, options.timeout);
      if (outcome.type === 'undecided') {
        await end(worker, running);
        worker = undefined;
      }
      options.onOutcome(index, outcome);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(options.workers, tasks.length) }, work));
  } finally {
    await Promise.all([...running].map((worker) => end(worker, running)));
  }
}

function start(data: WorkerData, running: Set<Worker>): Worker {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: data, execArgv: [] });
  running.add(worker);
  return worker;
}

async function end(worker: Worker, running: Set<Worker>): Promise<void> {
  running.delete(worker);
  await worker.terminate();
}

function judgeIn(worker: Worker, task: Task, timeout: number): Promise<Outcome> {
  return new Promise((done, failed) => {
    const settle = (): void => {
      clearTimeout(timer);
      worker.off('message', judged);
      worker.off('error', broken);
    };
    const judged = (answer: Answer): void => {
      settle();
      if (answer.type === 'judged') done(answer.judgement);
      else failed(new InputError(answer.code, answer.message, answer.place));
    };
    const broken = (error: Error): void => {
      settle();
      failed(error);
    };
    const timer = setTimeout(() => {
      settle();
      done({ type: 'undecided', reason: `it was not judged within ${timeout} seconds` });
    }, timeout * 1000);
    worker.on('message', judged);
    worker.on('error', broken);
    worker.postMessage(task);
  });
}
