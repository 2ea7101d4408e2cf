import { type LedgerEntry, type MemoryDisk, memoryDisk } from '@synod/runtime';
import { ledgerPath, openOn } from './log.js';
import { difference, someEntries, type Tally, type Trial, type TrialOptions, tally } from './trial.js';

/** What a crash has left, and when it came. */
interface Left {
  readonly disk: MemoryDisk;
  readonly when: string;
}

/**
 * Records are written one after another, each synced by itself. Before every sync the machine crashes after each byte of what was
 * not durable (in every tenth record also with zeros up to where the write ended), and once more when the record was
 * acknowledged: then nothing of it may be missing. Each time the ledger is opened on what is left.
 */
export async function crashTrial({ records, progress }: TrialOptions): Promise<Trial> {
  const entries = someEntries(records);
  const counted = tally();
  let crashes: readonly Left[] = [];
  let acknowledged = 0;
  const disk: MemoryDisk = memoryDisk({
    fault: ({ type }) => {
      if (type === 'sync') crashes = everyCrash(disk, acknowledged % 10 === 0);
      return undefined;
    },
  });
  const ledger = await openOn(disk);
  for (const entry of entries) {
    crashes = [];
    ledger.append(entry);
    await ledger.sync();
    for (const left of crashes) await startAgain(left, acknowledged, entries, counted);
    acknowledged += 1;
    const left = { disk: disk.crashed(), when: `when ${acknowledged} records were acknowledged` };
    await startAgain(left, acknowledged, entries, counted);
    progress?.(`crashes in record ${acknowledged} of ${records}`);
  }
  return counted.trial('a crash after every byte', records, disk.bytes(ledgerPath)?.length ?? 0);
}

function everyCrash(disk: MemoryDisk, withZeros: boolean): readonly Left[] {
  const length = disk.unsynced(ledgerPath);
  const crashes: Left[] = [];
  const durable = (disk.bytes(ledgerPath)?.length ?? 0) - length;
  for (let kept = 0; kept <= length; kept += 1) {
    const when = `after ${durable + kept} bytes`;
    crashes.push({ disk: disk.crashed({ kept }), when });
    const zeros = length - kept;
    if (withZeros && zeros > 0)
      crashes.push({ disk: disk.crashed({ kept, zeros }), when: `${when} and zeros` });
  }
  return crashes;
}

async function startAgain(
  { disk, when }: Left,
  acknowledged: number,
  entries: readonly LedgerEntry[],
  counted: Tally,
): Promise<void> {
  try {
    const { entries: found } = await openOn(disk);
    const gone = acknowledged - found.length;
    const wrong = difference(found, entries);
    if (wrong !== undefined) counted.wrong(`${when}, ${wrong}`);
    else if (gone > 0) counted.wrong(`${when}, ${gone} acknowledged are gone`);
    // The one that was being written may be there, if all of it is.
    else if (gone < -1) counted.wrong(`${when}, there are ${found.length}`);
    else counted.kept();
  } catch (error) {
    // A crash is no reason for a node not to start again.
    counted.wrong(`${when}, it was not opened: ${(error as Error).message}`);
  }
}
