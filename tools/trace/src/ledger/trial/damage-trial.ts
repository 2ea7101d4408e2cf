import { type LedgerEntry, memoryDisk } from '@synod/runtime';
import { ledgerPath, openOn, writeLog } from './log.js';
import { difference, type Tally, type Trial, type TrialOptions, tally } from './trial.js';

export interface DamageOptions extends TrialOptions {
  /** Whether each byte is changed to all 255 other values: if not, each of its bits is changed, and it is made 0 and 255. */
  readonly everyValue?: boolean;
}

/** Every byte of a log is changed, one at a time. All of it was acknowledged. */
export async function damageTrial({ records, everyValue = false, progress }: DamageOptions): Promise<Trial> {
  const { entries, bytes } = await writeLog(records);
  const counted = tally();
  const damaged = Uint8Array.from(bytes);
  for (const [at, right] of bytes.entries()) {
    for (const value of everyValue ? allValues : someValues(right)) {
      if (value === right) continue;
      damaged[at] = value;
      await damage(damaged, `byte ${at} made ${value}`, entries, counted);
    }
    damaged[at] = right;
    progress?.(`byte ${at} of ${bytes.length} is damaged`);
  }
  return counted.trial('one byte changed', records, bytes.length);
}

const allValues: readonly number[] = Array.from({ length: 256 }, (_, value) => value);

function someValues(right: number): ReadonlySet<number> {
  return new Set([0, 255, ...Array.from({ length: 8 }, (_, bit) => right ^ (1 << bit))]);
}

async function damage(
  damaged: Uint8Array,
  what: string,
  entries: readonly LedgerEntry[],
  counted: Tally,
): Promise<void> {
  try {
    const { entries: found } = await openOn(memoryDisk({ files: [[ledgerPath, damaged]] }));
    const wrong = difference(found, entries);
    if (wrong !== undefined) counted.wrong(`${what}: ${wrong}`);
    else if (found.length < entries.length) {
      counted.wrong(`${what}: ${entries.length - found.length} acknowledged are gone`);
    } else counted.kept();
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'damaged-ledger') counted.refused();
    else counted.wrong(`${what}: ${(error as Error).message}`);
  }
}
