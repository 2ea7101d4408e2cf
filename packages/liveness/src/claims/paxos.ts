import type { Constants, Exploration, Label, TransitionSystem } from '@synod/spec';
import { InputError, key, TlaSet, type TlaValue } from '@synod/tla';
import { never, weakFairness } from '../fairness.js';
import type { LivenessClaim, Premise } from './claim.js';
import { isEmpty } from './consensus.js';

/** A bounded model of Paxos, explored to its end, with the ballot and the quorum that the claim is about. */
export interface PaxosLiveModel<S> {
  readonly system: TransitionSystem<S>;
  readonly exploration: Exploration<S>;
  readonly constants: Constants;
  /** `b` in `LiveSpec(b, Q)`. */
  readonly LiveBallot: TlaValue | undefined;
  /** `Q` in `LiveSpec(b, Q)`. */
  readonly LiveQuorum: TlaValue | undefined;
}

/**
 * `LiveSpec(b, Q) => Success` of Paxos.
 *
 * @throws InputError if b is no ballot or the highest one, which makes the last premise empty, or Q no quorum
 * @spec Paxos!LiveSpec
 */
export function paxosClaim<S>(model: PaxosLiveModel<S>): LivenessClaim {
  const { graph, states } = model.exploration;
  const { b, Q } = ballotAndQuorum(model);
  const fair = (name: string, isOfAction: (label: Label) => boolean) =>
    weakFairness(graph, `WF_vars(${name})`, isOfAction);
  const ofEach = (action: string): Premise['fairness'] =>
    Q.elements.map((a) =>
      fair(`${action}(${key(a)})`, (label) => label.action === action && label.parameters[0] === a),
    );
  const chosen = chosenIn(model.system);
  const success = Uint8Array.from(states, (state) => (isEmpty(chosen(state)) ? 0 : 1));
  return {
    graph,
    premises: [
      {
        name: 'Phase1a',
        text: 'WF_vars(Phase1a(b))',
        fairness: [
          fair(`Phase1a(${b})`, ({ action, parameters }) => action === 'Phase1a' && parameters[0] === b),
        ],
      },
      { name: 'Phase1b', text: '\\A a \\in Q : WF_vars(Phase1b(a))', fairness: ofEach('Phase1b') },
      {
        name: 'Phase2a',
        text: 'WF_vars(\\E v \\in Value : Phase2a(b, v))',
        fairness: [
          fair(
            `\\E v \\in Value : Phase2a(${b}, v)`,
            ({ action, parameters }) => action === 'Phase2a' && parameters[0] === b,
          ),
        ],
      },
      { name: 'Phase2b', text: '\\A a \\in Q : WF_vars(Phase2b(a))', fairness: ofEach('Phase2b') },
      {
        name: 'NoHigherBallot',
        text: '[][\\A c \\in Ballot : c > b => ~ Phase1a(c)]_vars',
        fairness: [],
        allowed: never(
          graph,
          ({ action, parameters }) => action === 'Phase1a' && (parameters[0] as number) > b,
        ),
      },
    ],
    goal: { type: 'eventually', holds: (state) => success[state] === 1 },
  };
}

function ballotAndQuorum<S>({ constants, LiveBallot, LiveQuorum }: PaxosLiveModel<S>): {
  readonly b: number;
  readonly Q: TlaSet<TlaValue>;
} {
  const [ballots, quorums] = [constants['Ballot'], constants['Quorum']] as TlaSet<TlaValue>[];
  if (typeof LiveBallot !== 'number' || ballots?.has(LiveBallot) !== true) {
    throw new InputError('live-ballot', 'LiveBallot must be an element of Ballot; correct it');
  }
  if (!ballots.elements.some((c) => (c as number) > LiveBallot)) {
    throw new InputError(
      'live-ballot',
      `no ballot is above LiveBallot, ${LiveBallot}, and nothing can disturb it: add a ballot, or name a lower one`,
    );
  }
  if (!(LiveQuorum instanceof TlaSet) || quorums?.has(LiveQuorum) !== true) {
    throw new InputError('live-quorum', 'LiveQuorum must be an element of Quorum; correct it');
  }
  return { b: LiveBallot, Q: LiveQuorum };
}

/** `V!chosen`, as a function of the state. */
function chosenIn<S>(system: TransitionSystem<S>): (state: S) => TlaValue {
  const V = system.refinements.find(({ name }) => name === 'V');
  const chosen = V?.above.operators.find(({ name }) => name === 'chosen');
  if (V === undefined || chosen === undefined) {
    throw new InputError('no-chosen', `${system.name} has no V!chosen, which its liveness is about`);
  }
  return (state) => chosen.value(V.map(state), []);
}
