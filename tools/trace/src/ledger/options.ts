/** What `synod ledger` is told. */
export interface LedgerOptions {
  readonly trial?: boolean;
  readonly everyValue?: boolean;
  readonly json?: boolean;
  readonly color: boolean;
}
