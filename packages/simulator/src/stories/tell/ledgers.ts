import type { Cluster } from '@synod/roles';
import { parliamentWords } from '../words/parliament-words.js';
import { table } from './holdings.js';
import type { Entry } from './narrator.js';

/** What was written with a sentence. */
export interface Page {
  readonly entries: readonly Entry[];
}

/** Every ledger, line by line, with the number of the sentence in which it was written. */
export function ledgers(pages: readonly Page[], { acceptors }: Cluster): string {
  const lines = acceptors.flatMap((node) => {
    const written = pages.flatMap(({ entries }, at) =>
      entries.filter((entry) => entry.node === node).map(({ record }) => [at + 1, record] as const),
    );
    if (written.length === 0) return [[node, '', '(nothing)']];
    return written.map(([step, record], at) => [
      at === 0 ? node : '',
      `${step}`,
      parliamentWords.record(record),
    ]);
  });
  return table([['ledger of', 'at', 'what it says'], ...lines]);
}
