import type { NodeId } from '@synod/roles';
import type { MessageName } from '../move.js';

/** What the scheduler has on its agenda. */
export type Happening =
  | { readonly type: 'arrival'; readonly name: MessageName }
  /** `life`: how often the node had crashed when it was set. */
  | {
      readonly type: 'timer';
      readonly node: NodeId;
      readonly of: 'proposer' | 'learner';
      readonly id: number;
      readonly life: number;
    }
  | { readonly type: 'sync'; readonly node: NodeId; readonly life: number }
  | { readonly type: 'propose'; readonly node: NodeId; readonly value: string }
  | { readonly type: 'query'; readonly node: NodeId }
  | { readonly type: 'crash'; readonly node: NodeId }
  | { readonly type: 'restart'; readonly node: NodeId }
  | { readonly type: 'part'; readonly until: number }
  | { readonly type: 'heal' }
  /** From now on nothing goes wrong. */
  | { readonly type: 'calm' };
