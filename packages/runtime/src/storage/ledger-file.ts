import { compactEntries, encodeEntry, encodeHead, mendLedger, readLedger } from '@synod/roles';
import { RuntimeError } from '../errors.js';
import type { Disk, DiskFile } from './disk.js';
import { attempt } from './disk-error.js';
import { pieceLength } from './limits.js';

/** Where a ledger is. */
export interface LedgerPlace {
  readonly disk: Disk;
  readonly folder: string;
  readonly file: string;
  /** What is to become that file, and is not whole yet. */
  readonly fresh: string;
}

/** Writes all of it, in as many pieces as the system wants, and waits until it is durable. */
export async function writeDurably(
  file: DiskFile,
  pieces: readonly Uint8Array[],
  position: number,
  path: string,
): Promise<void> {
  let at = position;
  await attempt(path, 'written', async () => {
    for (const bytes of joined(pieces)) {
      for (let done = 0; done < bytes.length; ) {
        const written = await file.write(bytes.subarray(done), at);
        if (written === 0) throw new Error('nothing was written');
        done += written;
        at += written;
      }
    }
  });
  await attempt(path, 'synced', () => file.sync());
}

/** The same bytes, in fewer pieces. */
function* joined(pieces: readonly Uint8Array[]): Iterable<Uint8Array> {
  let some: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (length > 0 && length + piece.length > pieceLength) {
      yield Buffer.concat(some);
      some = [];
      length = 0;
    }
    some.push(piece);
    length += piece.length;
  }
  if (length > 0) yield Buffer.concat(some);
}

/**
 * Puts a new file in the place of the ledger: after a crash at any moment, the one or the other is there, whole.
 *
 * @returns the new one, to write on
 */
export async function replaceLedger(
  { disk, folder, file, fresh }: LedgerPlace,
  pieces: readonly Uint8Array[],
): Promise<DiskFile> {
  const made = await attempt(fresh, 'created', () => disk.create(fresh));
  try {
    await writeDurably(made, pieces, 0, fresh);
    await attempt(file, 'replaced', () => disk.rename(fresh, file));
    await attempt(folder, 'synced', () => disk.syncFolder(folder));
    return made;
  } catch (error) {
    await made.close().catch(() => {});
    throw error;
  }
}

/**
 * The ledger's bytes without what the node needs no more.
 *
 * @param upTo how many of its bytes may be left out; what comes after them stays
 */
export async function compacted(
  { disk, file }: LedgerPlace,
  upTo: number,
  size: number,
): Promise<readonly Uint8Array[]> {
  const bytes = await attempt(file, 'read', () => disk.read(file));
  const { head, entries, rest } = readLedger((bytes ?? new Uint8Array()).subarray(0, upTo));
  if (bytes?.length !== size || head === undefined || rest !== 'whole') {
    throw new RuntimeError(
      'damaged-ledger',
      `${file} is not what was written to it: somebody else writes there, or the disk is failing.`,
    );
  }
  const needed = compactEntries(entries).map(encodeEntry);
  return [encodeHead(head.cluster, head.node, head.configuration), ...needed, bytes.subarray(upTo)];
}

/** Cuts what a crash has left after the whole records; all that stays is durable then. */
export async function mendFile(
  { file }: LedgerPlace,
  opened: DiskFile,
  bytes: Uint8Array,
  reading: ReturnType<typeof readLedger>,
): Promise<void> {
  const { end } = reading;
  const mended = mendLedger(bytes, reading);
  // First the line feed that is missing: so the record before it is whole at every moment.
  if (bytes[end - 1] !== mended[end - 1])
    await writeDurably(opened, [mended.subarray(end - 1)], end - 1, file);
  await attempt(file, 'mended', async () => {
    if (bytes.length > end) await opened.truncate(end);
    // Whole records, too, may still be where a crash of the machine takes them, if the process before was killed while it synced.
    await opened.sync();
  });
}
