import { join } from 'node:path';
import { encodeHead, type LedgerReading, ledgerVersion, readLedger } from '@synod/roles';
import { RuntimeError } from '../errors.js';
import type { Disk, DiskFile } from './disk.js';
import { attempt } from './disk-error.js';
import { type DiskLedger, diskLedger } from './disk-ledger.js';
import type { LedgerEntry } from './ledger.js';
import { type LedgerPlace, mendFile, replaceLedger } from './ledger-file.js';
import { nodeDisk } from './node-disk.js';

export interface LedgerOptions {
  /** The cluster's name: a ledger of another one is refused. */
  readonly cluster: string;
  /** The node's id: a ledger of another one is refused. */
  readonly node: string;
  /** What stands for the cluster's configuration, as `clusterDigest` gives it: a ledger of another one is refused (default: not looked at). */
  readonly configuration?: string;
  /** From how many bytes on `compactIfLarge` does anything (default: 16 MiB). */
  readonly compactAt?: number;
  /** Where files are (default: the file system). */
  readonly disk?: Disk;
}

/** The file in a node's folder that is its ledger. */
export const ledgerFile = 'ledger';

/**
 * Opens a node's ledger, or begins one. What a crash has torn is cut; what is found is durable when this resolves.
 *
 * @throws RuntimeError `damaged-ledger`, `other-version`, `other-cluster`, `other-node`, `other-configuration`, `locked`, `read-only`, `disk-full`,
 * `disk-failed`
 */
export async function openLedger(folder: string, options: LedgerOptions): Promise<DiskLedger> {
  const { disk = nodeDisk } = options;
  const file = join(folder, ledgerFile);
  const place: LedgerPlace = { disk, folder, file, fresh: `${file}.new` };
  await attempt(folder, 'made', () => disk.makeFolder(folder));
  const release = await attempt(folder, 'locked', () => disk.lock(folder));
  try {
    return diskLedger({ ...(await begin(place, options)), place, release, ...compaction(options) });
  } catch (error) {
    await release().catch(() => {});
    throw error;
  }
}

function compaction({ compactAt }: LedgerOptions): { readonly compactAt?: number } {
  return compactAt === undefined ? {} : { compactAt };
}

interface Begun {
  readonly opened: DiskFile;
  readonly size: number;
  readonly entries: readonly LedgerEntry[];
}

async function begin(place: LedgerPlace, options: LedgerOptions): Promise<Begun> {
  const { disk, file } = place;
  const { cluster, node, configuration } = options;
  const bytes = await attempt(file, 'read', () => disk.read(file));
  if (bytes === undefined) {
    const head = encodeHead(cluster, node, configuration);
    return { opened: await replaceLedger(place, [head]), size: head.length, entries: [] };
  }
  const reading = readLedger(bytes);
  refuse(file, reading, options);
  const opened = await attempt(file, 'opened', () => disk.open(file));
  try {
    await mendFile(place, opened, bytes, reading);
  } catch (error) {
    await opened.close().catch(() => {});
    throw error;
  }
  const entries = reading.entries.map(({ instance = '', record }) => ({ instance, record }));
  return { opened, size: reading.end, entries };
}

/** Refuses a ledger on which this node must not run. */
function refuse(file: string, reading: LedgerReading, { cluster, node, configuration }: LedgerOptions): void {
  const { head, rest, at } = reading;
  if (head !== undefined && head.ledger !== ledgerVersion) {
    throw new RuntimeError(
      'other-version',
      `${file} has version ${head.ledger} of the format, and this program writes version ${ledgerVersion}: start the node with the program that wrote it.`,
    );
  }
  if (rest === 'damaged' || head === undefined) {
    // A ledger gets its name when its head is durable: no crash leaves one without.
    const reason = reading.reason ?? 'it ends before it says whose it is';
    throw new RuntimeError(
      'damaged-ledger',
      `${file} is damaged at byte ${at}: ${reason}. What the node has promised may be lost: give it back its data, or keep it out of the cluster.`,
    );
  }
  if (head.cluster !== cluster) {
    throw new RuntimeError(
      'other-cluster',
      `${file} is of the cluster ${head.cluster}, not of ${cluster}: give ${node} a folder of its own.`,
    );
  }
  if (head.node !== node) {
    throw new RuntimeError(
      'other-node',
      `${file} is the ledger of ${head.node}, not of ${node}: give each node a folder of its own.`,
    );
  }
  const before = head.configuration;
  if (before !== undefined && configuration !== undefined && before !== configuration) {
    throw new RuntimeError(
      'other-configuration',
      `${file} was written under another configuration of the cluster ${cluster} (${before}, not ${configuration}): start ${node} with the nodes, their order and roles, the quorums and the learning that it had.`,
    );
  }
}
