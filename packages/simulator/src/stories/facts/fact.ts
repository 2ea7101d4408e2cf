import type { LedgerRecord, Message, NodeId } from '@synod/roles';

/** A vote, as somebody reports it. */
export interface Vote {
  readonly bal: number;
  readonly val: string;
}

/** What an acceptor told a proposer with its promise. */
export interface Answer {
  readonly acceptor: NodeId;
  /** Its last vote, if it has voted. */
  readonly vote: Vote | undefined;
}

/** What came of a move, as far as it can be told in a sentence. `who`: the node to which it happened. */
export type Fact =
  /** A proposer begins a ballot: a client wants `value`, its waiting is over, or a learner wants to know (`asker`). */
  | {
      readonly type: 'begins';
      readonly who: NodeId;
      readonly bal: number;
      readonly why: 'client' | 'time' | 'asker';
      readonly value: string | undefined;
    }
  /** A learner asks a proposer to have a value proposed, which is at it. */
  | { readonly type: 'is at it'; readonly who: NodeId; readonly from: NodeId }
  /** A client wants a value of a proposer that begins no ballot for it. */
  | { readonly type: 'notes'; readonly who: NodeId; readonly value: string; readonly decided: boolean }
  | {
      readonly type: 'promises';
      readonly who: NodeId;
      readonly bal: number;
      readonly vote: Vote | undefined;
      readonly again: boolean;
    }
  | { readonly type: 'refuses'; readonly who: NodeId; readonly bal: number; readonly maxBal: number }
  /** A promise came that does not make a quorum. */
  | { readonly type: 'hears'; readonly who: NodeId; readonly from: NodeId; readonly bal: number }
  /** A promise came that makes a quorum. `highest`: the vote that decides, if any was reported. */
  | {
      readonly type: 'proposes';
      readonly who: NodeId;
      readonly from: NodeId;
      readonly bal: number;
      readonly val: string;
      readonly wanted: string | undefined;
      readonly answers: readonly Answer[];
      readonly highest: Vote | undefined;
    }
  /** The same, with nothing to propose. */
  | { readonly type: 'finds nothing'; readonly who: NodeId; readonly bal: number }
  | {
      readonly type: 'votes';
      readonly who: NodeId;
      readonly bal: number;
      readonly val: string;
      readonly again: boolean;
    }
  /** A vote came that does not make a quorum. */
  | {
      readonly type: 'counts';
      readonly who: NodeId;
      readonly from: NodeId;
      readonly bal: number;
      readonly val: string;
    }
  /** It knows what is chosen: it has counted the votes (`voters`), or was told by `from`. */
  | {
      readonly type: 'learns';
      readonly who: NodeId;
      readonly from: NodeId;
      readonly bal: number;
      readonly val: string;
      readonly voters: readonly NodeId[] | undefined;
    }
  /** A proposer waits before its next ballot: it was told of a higher one, or nobody answered (`higher` undefined). */
  | {
      readonly type: 'waits';
      readonly who: NodeId;
      readonly bal: number;
      readonly higher: number | undefined;
      /** In milliseconds. */
      readonly delay: number;
    }
  | {
      readonly type: 'asks again';
      readonly who: NodeId;
      readonly bal: number;
      readonly for: 'promises' | 'votes';
    }
  /** A learner asks everybody; and `helper`, a proposer, to have a value proposed. */
  | {
      readonly type: 'inquires';
      readonly who: NodeId;
      readonly client: boolean;
      readonly helper: NodeId | undefined;
    }
  /** A client asks a learner that knows. */
  | { readonly type: 'knows'; readonly who: NodeId; readonly val: string }
  /** Asked by a learner, an acceptor tells its last vote, or a learner what it knows. */
  | {
      readonly type: 'tells';
      readonly who: NodeId;
      readonly to: NodeId;
      readonly vote: Vote | undefined;
      readonly chosen: string | undefined;
    }
  | { readonly type: 'hears of nothing'; readonly who: NodeId; readonly bal: number }
  /** A message changes nothing any more. */
  | {
      readonly type: 'ignores';
      readonly who: NodeId;
      readonly from: NodeId;
      readonly message: Message;
    }
  /** A timer that means nothing any more. */
  | { readonly type: 'idles'; readonly who: NodeId }
  | {
      readonly type: 'lost' | 'doubled';
      readonly who: NodeId;
      readonly from: NodeId;
      readonly message: Message;
    }
  /** `forgotten`: what its disk did not have. */
  | {
      readonly type: 'crashes';
      readonly who: NodeId;
      readonly forgotten: readonly LedgerRecord[];
      readonly kept: number;
      readonly between: 'ledger' | 'trace' | undefined;
    }
  | { readonly type: 'restarts'; readonly who: NodeId; readonly records: readonly LedgerRecord[] };

/** A fact, how far it has come, and what is in the ledger for it. */
export interface Told {
  readonly fact: Fact;
  /** What was given to the ledger for it. */
  readonly records: readonly LedgerRecord[];
  /** `now`: it takes place. `waiting`: nobody hears of it before the disk has the records. `late`: the disk has them now. */
  readonly when: 'now' | 'waiting' | 'late';
}
