import type { NodeState, Timer } from '@synod/roles';
import type { WaitingClients } from './waiting-clients.js';

/** One consensus, as a node has it in memory. */
export interface Instance {
  readonly name: string;
  state: NodeState;
  /** What a client may be told: the learner knows it, and all that this rests on is durable and in the trace. */
  known: string | undefined;
  /** Makes the timer of a role not happen any more: a role waits for its last one only. */
  readonly timers: Map<Timer['of'], () => void>;
  /** Undefined where nobody waits: there are many instances that are finished. */
  clients: WaitingClients | undefined;
}
