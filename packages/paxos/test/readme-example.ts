import { Init, Next, Paxos, type State, V } from '@synod/paxos';
import { key, modelValue, set } from '@synod/tla';
import { chosen } from '@synod/voting';

const [a1, a2] = [modelValue('a1'), modelValue('a2')];
const k = Paxos.constants({
  Value: set([modelValue('v1'), modelValue('v2')]),
  Acceptor: set([a1, a2]),
  Quorum: set([set([a1, a2])]),
  Ballot: set([0]),
  None: modelValue('None'),
});

/** The state after the first step with this label that changes something. */
function after(state: State, label: string): State {
  for (const step of Next(k, state)) {
    const name = `${step.action}(${step.parameters.map(key).join(', ')})`;
    if (name === label && step.state.msgs !== state.msgs) return step.state;
  }
  throw new Error(`${label} is not possible`);
}

/** What has been chosen before and after ballot 0, in which both acceptors promise, and vote for v2. */
export function phases(): readonly string[] {
  const labels = ['Phase1a(0)', 'Phase1b(a1)', 'Phase1b(a2)', 'Phase2a(0, v2)', 'Phase2b(a1)', 'Phase2b(a2)'];
  return [...Init(k)].flatMap((initial) =>
    [initial, labels.reduce(after, initial)].map((state) => key(chosen(k, V(k, state)))),
  );
}
