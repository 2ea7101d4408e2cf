import { parentPort, workerData } from 'node:worker_threads';
import { InputError, type Place } from '@synod/tla';
import { type Judgement, judge, type Task } from './judge.js';
import type { GuardsOf } from './specification.js';

/** What a worker is started with. */
export interface ProtocolWorkerData {
  /** The URL of a module whose export `guards` gives the guards of Paxos.tla in a project. */
  readonly host: string;
  readonly project: string;
  /** The folder for copies of the roles, which whoever starts the worker removes. */
  readonly scratch: string;
}

/** What a module exports that {@link ProtocolWorkerData} names. */
export interface ProtocolHost {
  guards(project: string): Promise<GuardsOf>;
}

export type Answer =
  | { readonly type: 'judged'; readonly judgement: Judgement }
  | { readonly type: 'refused'; readonly code: string; readonly message: string; readonly place: Place };

const { host, project, scratch } = workerData as ProtocolWorkerData;
const guardsOf = await ((await import(host)) as ProtocolHost).guards(project);

parentPort?.on('message', (task: Task) => void work(task));

async function work(task: Task): Promise<void> {
  try {
    answer({ type: 'judged', judgement: await judge(task, guardsOf, scratch) });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Its class would be lost on the way.
    answer({ type: 'refused', code: error.code, message: error.message, place: error.place });
  }
}

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}
