import { Consensus, Inv, Next, type State } from '@synod/consensus';
import { explore, instantiate } from '@synod/spec';
import { modelValue, set } from '@synod/tla';

const constants = { Value: set([modelValue('v1'), modelValue('v2')]) };
const k = Consensus.constants(constants);

/** How many states there are, and whether agreement holds in each. */
export function agreement(): readonly [states: number, holds: boolean] {
  const { states } = explore(instantiate(Consensus, constants));
  return [states.length, states.every((state) => Inv(k, state))];
}

/** The states that may come after one in which nothing has been chosen. */
export const first: readonly State[] = [...Next(k, { chosen: set([]) })];
