import type { NodeId } from '../node-id.js';
import { frame } from './frame.js';
import type { LedgerRecord } from './record.js';

/** The version of the format that is written and read here. */
export const ledgerVersion = 1;

/** The first record of a ledger: whose it is. */
export interface LedgerHead {
  /** The version of the format. */
  readonly ledger: number;
  /** The cluster's name. */
  readonly cluster: string;
  readonly node: NodeId;
  /** What stands for the cluster's configuration, where the node was told: under another one its ballots may be those of others. */
  readonly configuration?: string;
}

/** A later one: what must not be forgotten, and of which consensus, where a node takes part in several. */
export interface StoredEntry {
  readonly instance?: string;
  readonly record: LedgerRecord;
}

/** The bytes that a ledger begins with. */
export function encodeHead(cluster: string, node: NodeId, configuration?: string): Uint8Array {
  return encode(headOf(ledgerVersion, cluster, node, configuration));
}

/**
 * The bytes of an entry: to be added at the end of a ledger.
 *
 * @throws RangeError if it is longer than 16 MiB, or its ballot is no whole number from 0 up
 */
export function encodeEntry(entry: StoredEntry): Uint8Array {
  const { record } = entry;
  if (!isBallot(record.bal)) throw new RangeError(`a record of ballot ${String(record.bal)}`);
  return encode(entry);
}

function encode(value: LedgerHead | StoredEntry): Uint8Array {
  return frame(new TextEncoder().encode(JSON.stringify(value)));
}

/** The head that a payload is, if it is one. */
export function parseHead(payload: Uint8Array): LedgerHead | undefined {
  const { ledger, cluster, node, configuration } = parse(payload);
  if (typeof ledger !== 'number' || typeof cluster !== 'string' || typeof node !== 'string') return undefined;
  if (configuration !== undefined && typeof configuration !== 'string') return undefined;
  return headOf(ledger, cluster, node, configuration);
}

function headOf(
  ledger: number,
  cluster: string,
  node: NodeId,
  configuration: string | undefined,
): LedgerHead {
  const head = { ledger, cluster, node };
  return configuration === undefined ? head : { ...head, configuration };
}

/** The entry that a payload is, if it is one. */
export function parseEntry(payload: Uint8Array): StoredEntry | undefined {
  const { instance, record } = parse(payload);
  const read = parseRecord(fields(record));
  if (read === undefined) return undefined;
  if (instance === undefined) return { record: read };
  return typeof instance === 'string' ? { instance, record: read } : undefined;
}

function parseRecord({ type, bal, val }: Fields): LedgerRecord | undefined {
  if (!isBallot(bal)) return undefined;
  if (type === 'promise' || type === 'ballot') return { type, bal };
  return type === 'vote' && typeof val === 'string' ? { type, bal, val } : undefined;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

type Fields = Readonly<Record<string, unknown>>;

function parse(payload: Uint8Array): Fields {
  try {
    return fields(JSON.parse(decoder.decode(payload)));
  } catch {
    return {};
  }
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function isBallot(bal: unknown): bal is number {
  return Number.isSafeInteger(bal) && (bal as number) >= 0;
}
