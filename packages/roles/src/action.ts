import type { PaxosMessage } from './message.js';
import type { NodeId } from './node-id.js';

/**
 * A step of Paxos.tla that a role takes: the name of the action, its parameters under the module's names, and the message
 * that the action sends. The message says what else changed: see `refinement/`.
 */
export type Action =
  | {
      readonly action: 'Phase1a';
      readonly params: { readonly b: number };
      readonly sent: PaxosMessage & { readonly type: '1a' };
    }
  | {
      readonly action: 'Phase1b';
      readonly params: { readonly a: NodeId };
      readonly sent: PaxosMessage & { readonly type: '1b' };
    }
  | {
      readonly action: 'Phase2a';
      readonly params: { readonly b: number; readonly v: string };
      readonly sent: PaxosMessage & { readonly type: '2a' };
    }
  | {
      readonly action: 'Phase2b';
      readonly params: { readonly a: NodeId };
      readonly sent: PaxosMessage & { readonly type: '2b' };
    };
