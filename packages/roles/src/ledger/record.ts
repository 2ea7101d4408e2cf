/** What a node must not forget. Records are kept in the order in which they were given. */
export type LedgerRecord =
  /** An acceptor takes part in no ballot below this one. */
  | { readonly type: 'promise'; readonly bal: number }
  /** An acceptor has voted; it is a promise for the ballot, too. */
  | { readonly type: 'vote'; readonly bal: number; readonly val: string }
  /** A proposer has begun this ballot, and may have sent a value in it: it never begins it again. */
  | { readonly type: 'ballot'; readonly bal: number };
