import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { InputError } from '@synod/tla';
import type { Judgement, Task } from './judge.js';
import type { Answer, ProtocolWorkerData } from './worker.js';

/** Judges tasks in worker threads, each with what comes first; answers come in any order. */
export interface Pool {
  /**
   * @param onJudgement called with each answer, and which task it is of
   * @throws InputError if a patch does not fit; whatever a worker throws
   */
  judge(tasks: readonly Task[], onJudgement: (index: number, judgement: Judgement) => void): Promise<void>;
  end(): Promise<void>;
}

export function newPool(count: number, workerData: ProtocolWorkerData): Pool {
  const file = new URL('./worker.js', import.meta.url);
  const workers = Array.from({ length: count }, () => new Worker(file, { workerData, execArgv: [] }));
  return {
    async judge(tasks, onJudgement) {
      const left = [...tasks.entries()];
      const work = async (worker: Worker): Promise<void> => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          const [index, task] = next;
          worker.postMessage(task);
          const [answer] = (await once(worker, 'message')) as [Answer];
          if (answer.type === 'refused') throw new InputError(answer.code, answer.message, answer.place);
          onJudgement(index, answer.judgement);
        }
      };
      await Promise.all(workers.map(work));
    },
    async end() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
