/** What an acceptor knows. All of it is in its ledger. */
export interface AcceptorState {
  /** The highest ballot it has taken part in, or -1. */
  readonly maxBal: number;
  /** The ballot of its last vote, or -1. */
  readonly maxVBal: number;
  /** The value of that vote. */
  readonly maxVal: string | undefined;
}

/** Paxos!Init. */
export const newAcceptor: AcceptorState = { maxBal: -1, maxVBal: -1, maxVal: undefined };
