import { RecorderError } from './error.js';
import type { VectorClock } from './recorder.js';

/** Whether a trace can be one of a process of this name: `__proto__` is what programs in JavaScript stumble over. */
function isProcessName(name: string): boolean {
  return name !== '' && name !== '__proto__';
}

/**
 * Whether something is a vector clock: an object of whole numbers from 0 on, by names of processes. What comes from outside is to
 * be asked.
 */
export function isVectorClock(value: unknown): value is VectorClock {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([name, entry]) => isProcessName(name) && Number.isSafeInteger(entry) && (entry as number) >= 0,
  );
}

/** What a process knows of others and itself: it only grows. */
export interface Knowledge {
  /** An event of one's own. */
  tick(): void;
  /** What somebody else knew. */
  merge(clock: VectorClock): void;
  now(): VectorClock;
}

export function knowledge(process: string, start: VectorClock = {}): Knowledge {
  if (!isProcessName(process)) {
    throw new RecorderError('process', `a process of a trace cannot be called ${JSON.stringify(process)}.`);
  }
  const latest = new Map(Object.entries(start));
  return {
    tick: () => void latest.set(process, (latest.get(process) ?? 0) + 1),
    merge(clock) {
      if (!isVectorClock(clock)) {
        const message = 'a message came with a clock that is none: check what comes with isVectorClock.';
        throw new RecorderError('clock', message);
      }
      for (const name of Object.keys(clock)) {
        const count = clock[name] as number;
        if (count > (latest.get(name) ?? 0)) latest.set(name, count);
      }
    },
    now: () => Object.fromEntries(latest),
  };
}
