import { type Cluster, clusterOf, type Timing } from '@synod/roles';
import { InputError, key, TlaSet, type TlaValue } from '@synod/tla';
import { openModel } from '../model.js';
import { chooseModels, type ModelEntry, type Project } from '../project.js';
import type { Plan } from './plan.js';

/** Whoever gives a ballot up has no other one; and what is asked again soon leaves no holes, in which most of the states are. */
const patient: Timing = { retry: 2000, tries: 1000, backoff: { least: 50, most: 2000 } };

/**
 * A cluster that goes nowhere but where a bounded model of Paxos goes: its acceptors, its quorums, its values, and for each ballot
 * a proposer that has it and no other.
 *
 * Proposers are no acceptors, and a learner that is neither is told of the votes: so a proposer does not stop as soon as its value is
 * chosen, and more of the model is reached.
 */
export async function modelBounds(
  project: Project,
  name: string,
): Promise<Pick<Plan, 'cluster' | 'values' | 'moves'>> {
  const [entry] = chooseModels(project, [name], () => false) as [ModelEntry];
  if (entry.module !== 'Paxos') {
    throw new InputError(
      'options',
      `--model: ${name} is a model of ${entry.module}; a run is held against one of Paxos.`,
    );
  }
  const { constants } = await openModel(project, entry);
  const acceptors = names(constants['Acceptor']);
  const ballots = elements(constants['Ballot']);
  if (ballots.some((ballot, at) => ballot !== at)) {
    throw new InputError('options', `--model: the ballots of ${name} are not 0 to a last one.`);
  }
  const others = newNames(acceptors);
  const proposers = ballots.map((ballot) => others(`p${key(ballot)}`));
  const learner = others('l');
  const quorums = elements(constants['Quorum']).map(names);
  const cluster: Cluster = clusterOf(acceptors, {
    name,
    proposers,
    learners: [...proposers, learner],
    learning: { type: 'distinguished', learner },
    quorums: { type: 'explicit', quorums },
    lastBallot: ballots.length - 1,
    timing: patient,
  });
  return { cluster, values: names(constants['Value']), moves: 300 };
}

function elements(value: TlaValue | undefined): readonly TlaValue[] {
  return value instanceof TlaSet ? value.elements : [];
}

function names(value: TlaValue | undefined): readonly string[] {
  return elements(value).map((element) => (typeof element === 'string' ? element : key(element)));
}

/** Gives names that nobody has. */
function newNames(taken: readonly string[]): (wanted: string) => string {
  return (wanted) => (taken.includes(wanted) ? `${wanted}'` : wanted);
}
