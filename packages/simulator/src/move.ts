import type { NodeId } from '@synod/roles';

/** A message on its way, by what it says: the oldest that fits is meant. */
export interface MessageName {
  readonly from: NodeId;
  readonly to: NodeId;
  /** `1a`, `2b`, `chosen`, … */
  readonly type: string;
  /** Its ballot, where it has one. */
  readonly bal?: number;
}

/**
 * One thing that happens in a simulated cluster. A schedule is a list of them; one that is not possible any more, because others
 * were left out, is passed over. `chance`: what the role draws, 0 if it is not given.
 */
export type Move =
  /** A client proposes a value to a node. */
  | { readonly move: 'propose'; readonly node: NodeId; readonly value: string; readonly chance?: number }
  /** A client wants to know from a node what was chosen. */
  | { readonly move: 'query'; readonly node: NodeId; readonly chance?: number }
  | ({ readonly move: 'deliver'; readonly chance?: number } & MessageName)
  /** The network loses it. */
  | ({ readonly move: 'lose' } & MessageName)
  /** The network makes another copy of it. */
  | ({ readonly move: 'duplicate' } & MessageName)
  /** The timer that a role of a node waits for. */
  | {
      readonly move: 'timeout';
      readonly node: NodeId;
      readonly of: 'proposer' | 'learner';
      readonly chance?: number;
    }
  /** The disk has everything that the node gave it: what waited for that takes place. */
  | { readonly move: 'sync'; readonly node: NodeId }
  /**
   * The node loses all that is in its memory. Of what the disk did not have for certain, the first `kept` bytes are there
   * (default: none): a record may be torn.
   *
   * `between`: the last sync was done, and the crash came before its effects: `ledger`, before anything was written to the
   * trace; `trace`, before any message was sent.
   */
  | {
      readonly move: 'crash';
      readonly node: NodeId;
      readonly kept?: number;
      readonly between?: 'ledger' | 'trace';
    }
  /** The node starts again, from its ledger. */
  | { readonly move: 'restart'; readonly node: NodeId };
