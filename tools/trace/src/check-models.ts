import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Side } from '@synod/conformance';
import { checkModel, joinSides, type LookedSides } from './check-model.js';
import { type Looked, type PackedSides, type SidesFound, unpackSide } from './check-side.js';
import type { FromWorker, SideTask } from './check-worker.js';
import { placeOf } from './known-sides/place.js';
import { readKept } from './known-sides/store.js';
import { optimiseLate } from './optimise-late.js';
import type { ModelEntry, Project } from './project.js';
import type { Result } from './result.js';

/** How models are checked. */
export interface CheckModelsOptions {
  readonly live: boolean;
  /** Whether nothing is taken over from earlier runs. */
  readonly fresh: boolean;
  readonly color: boolean;
  readonly onProgress: (model: string, doing: string) => void;
  /** Told of each side that need not be looked at: what it finds is known from an earlier run. */
  readonly onKnown: (model: string, side: Side) => void;
}

/** More than this would gain nothing: there is one large model among those committed. */
const mostWorkers = 4;

/** Fewer states than this are looked at sooner than a worker is started. */
const fewStates = 500;

/** About how long a side takes, for each state. */
const weights: { readonly [side in Side]: number } = { actual: 4, compiled: 2, expected: 1 };

/**
 * Checks models, their sides on as many cores as there are and the longest first. TLC uses the cores itself: with it,
 * one model after the other.
 *
 * @returns the results in the order of the models
 */
export async function checkModels(
  project: Project,
  models: readonly ModelEntry[],
  options: CheckModelsOptions,
): Promise<readonly Result[]> {
  const small = models.filter(({ distinct }) => options.live || distinct < fewStates);
  const large = models.filter((entry) => !small.includes(entry));
  optimiseLate();
  const pool = sidePool();
  const inWorkers = large.map((entry) => checkInWorkers(project, entry, pool, options));
  const results: Result[] = [];
  try {
    for (const entry of small) {
      const onProgress = (doing: string): void => options.onProgress(entry.name, doing);
      results.push(await checkModel(project, entry, { ...options, onProgress }));
    }
    results.push(...(await Promise.all(inWorkers)));
  } finally {
    pool.end();
  }
  return models.map(({ name }) => results.find(({ model }) => model === name) as Result);
}

async function checkInWorkers(
  project: Project,
  entry: ModelEntry,
  pool: SidePool,
  { color, fresh, onProgress, onKnown }: CheckModelsOptions,
): Promise<Result> {
  const say = (doing: string): void => onProgress(entry.name, doing);
  let since = Number.POSITIVE_INFINITY;
  const look = async <S extends Side>(side: S): Promise<Looked<SidesFound[S]>> => {
    const start = performance.now();
    const place = side === 'actual' ? undefined : await placeOf(project, entry, side);
    const kept =
      place === undefined || fresh ? undefined : ((await readKept(place)) as PackedSides[S] | undefined);
    if (kept !== undefined) {
      since = Math.min(since, start);
      onKnown(entry.name, side);
      return { found: unpackSide(side, kept), seconds: (performance.now() - start) / 1000 };
    }
    const looked = (await pool.look({ project, entry, side, place }, say)) as Looked<PackedSides[S]>;
    since = Math.min(since, performance.now() - looked.seconds * 1000);
    return 'reason' in looked ? looked : { ...looked, found: unpackSide(side, looked.found) };
  };
  const [expected, compiled, actual] = await Promise.all([
    look('expected'),
    look('compiled'),
    look('actual'),
  ]);
  const sides: LookedSides = { expected, compiled, actual };
  return joinSides(project, entry, sides, { color, since, onProgress: say });
}

interface SidePool {
  look(task: SideTask, onProgress: (doing: string) => void): Promise<Looked<PackedSides[Side]>>;
  end(): void;
}

interface Waiting {
  readonly task: SideTask;
  readonly onProgress: (doing: string) => void;
  readonly done: (looked: Looked<PackedSides[Side]>) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Workers that take the longest task first; as many are started as there is work for. A worker stays with the side
 * that it has looked at, whose code it has compiled, and begins with one that no other worker is at.
 */
function sidePool(): SidePool {
  const most = Math.min(availableParallelism(), mostWorkers);
  const waiting: Waiting[] = [];
  const workers: Worker[] = [];
  const idle: (() => void)[] = [];
  const at = new Map<Worker, Side>();
  const weight = ({ task: { entry, side } }: Waiting): number => entry.distinct * weights[side];
  const nextFor = (worker: Worker): Waiting | undefined => {
    waiting.sort((left, right) => weight(right) - weight(left));
    const sides = new Set(at.values());
    const known = waiting.find(({ task }) => task.side === at.get(worker));
    const found = known ?? waiting.find(({ task }) => !sides.has(task.side)) ?? waiting[0];
    if (found !== undefined) {
      waiting.splice(waiting.indexOf(found), 1);
      at.set(worker, found.task.side);
    }
    return found;
  };
  const start = (): void => {
    const worker = new Worker(new URL('./check-worker.js', import.meta.url), {
      // States are made and dropped by the million: a larger nursery saves a third of the time.
      resourceLimits: { maxYoungGenerationSizeMb: 128 },
    });
    let current: Waiting | undefined;
    const next = (): void => {
      current = nextFor(worker);
      if (current === undefined) idle.push(next);
      else worker.postMessage(current.task);
    };
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') current?.onProgress(message.doing);
      else {
        current?.done(message.looked);
        next();
      }
    });
    worker.once('error', (error) => current?.failed(error));
    workers.push(worker);
    // What else there is to do is known then, and the longest of it comes first.
    setImmediate(next);
  };
  return {
    look: (task, onProgress) =>
      new Promise((done, failed) => {
        waiting.push({ task, onProgress, done, failed });
        const next = idle.pop();
        if (next !== undefined) next();
        else if (workers.length < most) start();
      }),
    end: () => workers.forEach((worker) => void worker.terminate()),
  };
}
