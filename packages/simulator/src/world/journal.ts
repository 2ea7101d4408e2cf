import { type Action, actionEvent, type Cluster, learnedEvent, type NodeId } from '@synod/roles';
import type { Run, SimulatedEvent, Violation } from '../run.js';
import { type Mapped, newMapped } from './mapped.js';
import type { Clock } from './network.js';

/** Where something was written: by which node, as which of its events, after what. */
export interface Place {
  readonly process: NodeId;
  readonly seq: number;
  readonly clock: Clock;
}

/** What a run leaves behind, and what is found wrong while it is written. */
export interface Journal {
  readonly mapped: Mapped;
  readonly events: SimulatedEvent[];
  readonly learned: Run['learned'][number][];
  readonly proposed: string[];
  readonly violations: Violation[];
  action(place: Place, action: Action): void;
  learn(place: Place, bal: number, val: string): void;
  violate(type: Violation['type'], message: string): void;
}

/**
 * @param moves how many moves were made before the one that is being made
 * @param whole whether events carry the whole mapped state
 */
export function newJournal(cluster: Cluster, moves: () => number, whole: boolean): Journal {
  const mapped = newMapped(cluster);
  const journal: Journal = {
    mapped,
    events: [],
    learned: [],
    proposed: [],
    violations: [],
    action(place, action) {
      const wrong = mapped.take(action);
      if (wrong !== undefined) journal.violate('refinement', wrong);
      const { params, state } = actionEvent(action);
      const { process, seq, clock } = place;
      journal.events.push({
        action: action.action,
        params: params ?? {},
        state: whole ? { ...mapped.state() } : (state ?? {}),
        process,
        seq,
        clock,
      });
    },
    learn(place, bal, val) {
      const { process: node } = place;
      const state = whole ? { state: { ...mapped.state() } } : {};
      journal.events.push({ ...learnedEvent(val), ...state, ...place });
      const other = journal.learned.find((before) => before.val !== val);
      journal.learned.push({ node, val, bal });
      if (other !== undefined) {
        journal.violate('agreement', `${node} knows that ${val} is chosen, ${other.node} knew ${other.val}.`);
      }
      if (!journal.proposed.includes(val)) {
        journal.violate('validity', `${node} knows that ${val} is chosen, which nobody proposed.`);
      }
      if (!mapped.isChosen(val)) {
        journal.violate('refinement', `${node} knows that ${val} is chosen, and no quorum voted for it.`);
      }
    },
    violate(type, message) {
      if (journal.violations.some((before) => before.type === type)) return;
      journal.violations.push({ type, message, moves: moves() + 1 });
    },
  };
  return journal;
}
