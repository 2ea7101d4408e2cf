import type { Log, LogLine } from './log-line.js';

/**
 * Logs what others can make happen as often as they like: of each kind the first, the second, the fourth, the eighth, … time, with
 * `times`.
 */
export function logSparingly(log: Log): (kind: string, line: LogLine) => void {
  const counts = new Map<string, number>();
  return (kind, line) => {
    const times = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, times);
    if (isPowerOfTwo(times)) log({ ...line, fields: { ...line.fields, times } });
  };
}

function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(Math.log2(count));
}
