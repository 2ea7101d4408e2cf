import { headerConstants, modelSpace, readTrace, validateTrace } from '@synod/conformance';
import { Paxos } from '@synod/paxos';
import { type Cluster, clusterOf } from '@synod/roles';
import { instantiate } from '@synod/spec';
import { interval, modelValue } from '@synod/tla';
import type { Run, SimulatedEvent } from '../src/index.js';
import { allFaults, type SimulateOptions, simulate, traceOf } from '../src/index.js';

const three = ['a1', 'a2', 'a3'];
const five = [...three, 'a4', 'a5'];

/** Clusters of many shapes: quorums of each kind, each way to learn, roles together and apart. */
export const shapes: Readonly<Record<string, Cluster>> = {
  'three, together': clusterOf(three),
  'three, apart': clusterOf(three, { proposers: ['p0', 'p1'], learners: ['p0', 'p1', 'l1'] }),
  'five, one distinguished learner': clusterOf(five, {
    proposers: ['p0', 'p1'],
    learners: ['p0', 'p1', 'l1'],
    learning: { type: 'distinguished', learner: 'l1' },
  }),
  'weighted, a set of learners': clusterOf(three, {
    quorums: { type: 'weighted', weights: { a1: 2, a2: 1, a3: 1 } },
    learning: { type: 'set', learners: ['a1', 'a3'] },
  }),
  'a grid': clusterOf(['a1', 'a2', 'a3', 'a4'], {
    proposers: ['a1', 'a2'],
    learners: ['a1', 'a2'],
    quorums: {
      type: 'grid',
      rows: [
        ['a1', 'a2'],
        ['a3', 'a4'],
      ],
    },
  }),
  'explicit quorums': clusterOf(three, {
    quorums: {
      type: 'explicit',
      quorums: [
        ['a1', 'a2'],
        ['a1', 'a3'],
        ['a2', 'a3', 'a1'],
      ],
    },
  }),
  'two ballots': clusterOf(three, { proposers: ['p0', 'p1'], learners: ['p0', 'p1'], lastBallot: 1 }),
};

export function run(seed: number, options: Partial<SimulateOptions> = {}): Run {
  return simulate(seed, {
    cluster: clusterOf(three),
    values: ['v1', 'v2', 'v3'],
    faults: allFaults,
    ...options,
  });
}

/** Whether Paxos.tla allows what the trace of a run says. */
export async function conforms(run: Run, order: 'total' | 'clock' = 'total'): Promise<boolean> {
  const lines = traceOf({ header: run.header, events: events(run, order) }, { order });
  const trace = await readTrace({ chunks: [`${lines.join('\n')}\n`], file: 'run' });
  const ballots = run.events.map(({ params }) => Number(params?.['b'] ?? 0));
  const system = instantiate(Paxos, {
    ...headerConstants(trace, ['Acceptor', 'Value', 'Quorum']),
    None: modelValue('None'),
    Ballot: interval(0, Math.max(0, ...ballots)),
  });
  return validateTrace(trace, modelSpace(system)).outcome.conforms;
}

/**
 * What a learner knows is said in the trace of any one step or none, which takes long to follow. Here it is said of the step before, where
 * it is known which that is.
 */
function events({ events }: Run, order: 'total' | 'clock'): Run['events'] {
  if (order === 'clock') return events.filter(({ action }) => action !== undefined);
  const joined: SimulatedEvent[] = [];
  for (const { process: _, seq: __, ...event } of events as readonly JudgedEvent[]) {
    const before = joined.at(-1);
    if (event.action !== undefined || before === undefined) joined.push(event as SimulatedEvent);
    else
      joined[joined.length - 1] = {
        ...before,
        ...(event.derived === undefined ? {} : { derived: event.derived }),
      };
  }
  return joined;
}

type JudgedEvent = Omit<SimulatedEvent, 'process' | 'seq'> & {
  readonly process?: string;
  readonly seq?: number;
};
