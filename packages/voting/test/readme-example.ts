import { explore, instantiate } from '@synod/spec';
import { key, modelValue, set } from '@synod/tla';
import { chosen, Voting } from '@synod/voting';

const [a1, a2, a3] = [modelValue('a1'), modelValue('a2'), modelValue('a3')];

// Quorums may be any sets of acceptors, as long as each two of them have a member in common.
const constants = {
  Value: set([modelValue('v1'), modelValue('v2')]),
  Acceptor: set([a1, a2, a3]),
  Quorum: set([set([a1, a2]), set([a1, a3]), set([a2, a3])]),
  Ballot: set([0, 1]),
};

/** What the states of the model have chosen, as Consensus sees them. */
export function outcomes(): readonly string[] {
  const { states } = explore(instantiate(Voting, constants));
  const k = Voting.constants(constants);
  return [...new Set(states.map((state) => key(chosen(k, state))))].toSorted();
}
