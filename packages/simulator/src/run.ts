import type { Cluster, NodeId, TraceEvent, TraceHeader } from '@synod/roles';
import type { Move } from './move.js';

/** What can be simulated again: a cluster, and what happens to it. */
export interface Schedule {
  readonly cluster: Cluster;
  readonly moves: readonly Move[];
  /** What it was drawn from, if it was. */
  readonly seed?: number;
}

/** A line of the trace: who wrote it, and what. The order is that in which things happened. */
export interface SimulatedEvent extends TraceEvent {
  readonly process: NodeId;
  readonly seq: number;
  readonly clock: Readonly<Record<NodeId, number>>;
}

/** What must hold whatever happens, and did not. */
export interface Violation {
  /**
   * `agreement`: two learners know different values. `validity`: a value is known that nobody proposed. `durability`: a promise or
   * a vote that somebody was told of is gone. `refinement`: the roles came from one state of Paxos.tla to another in a way that is
   * no step of it. `crash`: a role threw an error.
   */
  readonly type: 'agreement' | 'validity' | 'durability' | 'refinement' | 'crash';
  /** One sentence. */
  readonly message: string;
  /** How many moves had been made. */
  readonly moves: number;
}

/** One execution. */
export interface Run {
  /** With the moves that were made; those that were not possible are left out. */
  readonly schedule: Schedule;
  readonly header: TraceHeader;
  readonly events: readonly SimulatedEvent[];
  /** What learners came to know, in that order. */
  readonly learned: readonly { readonly node: NodeId; readonly val: string; readonly bal: number }[];
  readonly proposed: readonly string[];
  readonly violations: readonly Violation[];
}
