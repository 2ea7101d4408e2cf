export { RuntimeError } from './errors.js';
export type { Ledger, LedgerEntry } from './storage/ledger.js';
export type { Envelope, Transport } from './transport/transport.js';
