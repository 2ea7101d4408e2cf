import type { LedgerEntry } from '@synod/runtime';

/** What came of something that was tried many times. */
export interface Trial {
  readonly name: string;
  readonly records: number;
  /** Of the log. */
  readonly bytes: number;
  readonly tried: number;
  /** The ledger was opened, with everything in it that was acknowledged, and nothing that was not written. */
  readonly kept: number;
  /** It was not opened, and damage was named. */
  readonly refused: number;
  readonly wrong: number;
  /** The first that were wrong, in words. */
  readonly examples: readonly string[];
  readonly seconds: number;
}

export interface TrialOptions {
  readonly records: number;
  /** Told what is done. */
  readonly progress?: (doing: string) => void;
}

/** Counts what comes of each try. */
export interface Tally {
  kept(): void;
  refused(): void;
  wrong(sentence: string): void;
  /** All that was counted. */
  trial(name: string, records: number, bytes: number): Trial;
}

export function tally(): Tally {
  const started = performance.now();
  const counts = { kept: 0, refused: 0, wrong: 0 };
  const examples: string[] = [];
  return {
    kept: () => void (counts.kept += 1),
    refused: () => void (counts.refused += 1),
    wrong(sentence) {
      counts.wrong += 1;
      if (examples.length < 5) examples.push(sentence);
    },
    trial(name, records, bytes) {
      const tried = counts.kept + counts.refused + counts.wrong;
      return {
        name,
        records,
        bytes,
        tried,
        ...counts,
        examples,
        seconds: (performance.now() - started) / 1000,
      };
    },
  };
}

/** Entries as roles write them: ballots go up, and are begun, promised and voted in. */
export function someEntries(records: number): readonly LedgerEntry[] {
  return Array.from({ length: records }, (_, index): LedgerEntry => {
    const bal = Math.floor(index / 3);
    const instance = bal % 2 === 0 ? 'law' : 'bill';
    if (index % 3 === 0) return { instance, record: { type: 'ballot', bal } };
    if (index % 3 === 1) return { instance, record: { type: 'promise', bal } };
    return { instance, record: { type: 'vote', bal, val: bal % 4 < 2 ? 'A' : 'K' } };
  });
}

/** In what entries that were found differ from the first of those that were written. */
export function difference(
  found: readonly LedgerEntry[],
  written: readonly LedgerEntry[],
): string | undefined {
  const index = found.findIndex((entry, at) => !same(entry, written[at]));
  return index === -1 ? undefined : `record ${index + 1} is ${JSON.stringify(found[index])}`;
}

function same(one: LedgerEntry, other: LedgerEntry | undefined): boolean {
  if (other === undefined || one.instance !== other.instance) return false;
  const [a, b] = [one.record, other.record];
  if (a.type !== b.type || a.bal !== b.bal) return false;
  return a.type !== 'vote' || b.type !== 'vote' || a.val === b.val;
}
