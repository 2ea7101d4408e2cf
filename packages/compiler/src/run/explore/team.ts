import { Worker } from 'node:worker_threads';
import type { CheckOptions } from './checks.js';
import type { ThreadOptions } from './exploration.js';
import type { Pause } from './searcher.js';
import type { TableMemory } from './state-table.js';

/** Other threads that expand states of the same level into the same table. */
export interface Team {
  /** How many threads have worked, this one included. */
  readonly threads: number;
  /** Whether any is at work, so that the table must not grow. */
  readonly isWorking: boolean;
  /** Starts the threads, and waits until all are ready. @throws what a thread has thrown */
  ready(): Promise<void>;
  /** Starts the threads, the first time; has those work that are ready and do not. */
  join(memory: TableMemory): void;
  /** Waits until none works. @returns why each has stopped. @throws what a thread has thrown */
  paused(): Promise<readonly Pause[]>;
  /** What they have generated so far, and which rows they have left empty. */
  generated(): number;
  holes(): number;
  end(): Promise<void>;
}

/** What a thread is given to begin with. */
export interface WorkerStart {
  readonly options: ThreadOptions;
  readonly check: CheckOptions | undefined;
  readonly limit: number;
}

/** What a thread says when it has stopped; the first thing it says, before it has anything to do, is that it is ready. */
export type WorkerReport =
  | { readonly type: 'ready' }
  | { readonly type: 'paused'; readonly pause: Pause; readonly generated: number; readonly holes: number };

/** Nobody else. */
export const noTeam: Team = {
  threads: 1,
  isWorking: false,
  ready: async () => {},
  join() {},
  paused: async () => [],
  generated: () => 0,
  holes: () => 0,
  end: async () => {},
};

interface Member {
  readonly worker: Worker;
  state: 'starting' | 'waiting' | 'working';
  report: Extract<WorkerReport, { type: 'paused' }> | undefined;
}

export function openTeam(options: ThreadOptions, check: CheckOptions | undefined, limit: number): Team {
  let members: readonly Member[] | undefined;
  let failure: { readonly error: unknown } | undefined;
  let changed: (() => void) | undefined;
  const isWorking = (): boolean => members?.some(({ state }) => state === 'working') ?? false;
  const start = (): Member => {
    const workerData: WorkerStart = { options, check, limit };
    const member: Member = {
      worker: new Worker(new URL('./worker.js', import.meta.url), { workerData }),
      state: 'starting',
      report: undefined,
    };
    member.worker.on('message', (report: WorkerReport) => {
      member.state = 'waiting';
      if (report.type === 'paused') member.report = report;
      changed?.();
    });
    member.worker.on('error', (error) => {
      failure = { error };
      member.state = 'waiting';
      changed?.();
    });
    return member;
  };
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) {
      await new Promise<void>((resolve) => {
        changed = resolve;
      });
    }
    if (failure !== undefined) throw failure.error;
  };
  const sum = (field: 'generated' | 'holes'): number =>
    members?.reduce((total, { report }) => total + (report?.[field] ?? 0), 0) ?? 0;
  return {
    get threads() {
      return (
        1 + (members?.filter(({ report, state }) => report !== undefined || state === 'working').length ?? 0)
      );
    },
    get isWorking() {
      return isWorking();
    },
    async ready() {
      members ??= Array.from({ length: options.count - 1 }, start);
      await until(() => members?.every(({ state }) => state === 'waiting') ?? true);
    },
    join(memory) {
      members ??= Array.from({ length: options.count - 1 }, start);
      for (const member of members) {
        if (member.state !== 'waiting') continue;
        member.state = 'working';
        member.worker.postMessage(memory);
      }
    },
    async paused() {
      await until(() => !isWorking());
      return members?.flatMap(({ report }) => (report === undefined ? [] : [report.pause])) ?? [];
    },
    generated: () => sum('generated'),
    holes: () => sum('holes'),
    async end() {
      await Promise.all(members?.map(({ worker }) => worker.terminate()) ?? []);
    },
  };
}
