/**
 * Where a crash tells what order things are done in. `ledger`: a sync was done, and nothing of it is in the trace. `trace`: it is in
 * the trace, and nothing was sent. `send`: a message was sent.
 */
export type Moment = 'ledger' | 'trace' | 'send';
