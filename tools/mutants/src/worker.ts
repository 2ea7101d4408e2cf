import { parentPort, workerData } from 'node:worker_threads';
import { InputError, type Place } from '@synod/tla';
import type { Host, HostedModel } from './host.js';
import { type Judgement, judge, type Task } from './judge.js';

/** What a worker is started with. */
export interface WorkerData {
  /** The URL of the module whose export `host` is the {@link Host}. */
  readonly host: string;
  readonly project: string;
  /** The folder for damaged copies, which whoever starts the worker removes. */
  readonly scratch: string;
}

/** What a worker answers: a judgement, or why a model cannot be read. */
export type Answer =
  | { readonly type: 'judged'; readonly judgement: Judgement }
  | { readonly type: 'refused'; readonly code: string; readonly message: string; readonly place: Place };

const { host: url, project, scratch } = workerData as WorkerData;
const { host } = (await import(url)) as { host: Host };
const opened = new Map<string, Promise<HostedModel>>();

/** Each model is read once, and only if a mutant needs it. */
function models(name: string): Promise<HostedModel> {
  const model = opened.get(name) ?? host.model(project, name);
  opened.set(name, model);
  return model;
}

parentPort?.on('message', (task: Task) => void work(task));

/** What is thrown otherwise is a defect, and ends the worker: it must not pass for a judgement. */
async function work(task: Task): Promise<void> {
  try {
    answer({ type: 'judged', judgement: await judge(task, models, scratch) });
  } catch (error) {
    if (!(error instanceof InputError))
      throw new Error(`${task.mutant.id} cannot be judged`, { cause: error });
    // Its class would be lost on the way.
    answer({ type: 'refused', code: error.code, message: error.message, place: error.place });
  }
}

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}
