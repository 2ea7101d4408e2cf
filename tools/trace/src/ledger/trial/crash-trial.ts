import { reopen, writeLog } from './log.js';
import { difference, type Tally, type Trial, type TrialOptions, tally } from './trial.js';

/**
 * A crash after every byte of a log that follows its head: what is left is the bytes until then; in every tenth record also
 * these with zeros up to where the write would have ended. (A head is written to another file, which gets its name when it is
 * durable.)
 */
export async function crashTrial({ records, progress }: TrialOptions): Promise<Trial> {
  const { entries, bytes, acknowledged } = await writeLog(records);
  const counted = tally();
  let synced = 0;
  for (let kept = acknowledged[0] as number; kept <= bytes.length; kept += 1) {
    while ((acknowledged[synced + 1] ?? Infinity) <= kept) synced += 1;
    const grown = acknowledged[synced + 1] ?? kept;
    const torn = new Uint8Array(grown);
    torn.set(bytes.subarray(0, kept));
    await crash(torn.subarray(0, kept), kept, synced, entries, counted);
    if (synced % 10 === 0 && grown > kept) await crash(torn, kept, synced, entries, counted);
    progress?.(`a crash after byte ${kept} of ${bytes.length}`);
  }
  return counted.trial('a crash after every byte', records, bytes.length);
}

async function crash(
  left: Uint8Array,
  kept: number,
  synced: number,
  entries: Parameters<typeof difference>[1],
  counted: Tally,
): Promise<void> {
  const after = `after ${kept} bytes${left.length > kept ? ' and zeros' : ''}`;
  try {
    const found = await reopen(left);
    const wrong = difference(found, entries);
    if (wrong !== undefined) counted.wrong(`${after}, ${wrong}`);
    else if (found.length < synced) counted.wrong(`${after}, ${synced - found.length} acknowledged are gone`);
    // The one that was being written may be there, if all of it is.
    else if (found.length > synced + 1) counted.wrong(`${after}, ${found.length} were found`);
    else counted.kept();
  } catch (error) {
    // A crash is no reason for a node not to start again.
    counted.wrong(`${after}, it was not opened: ${(error as Error).message}`);
  }
}
