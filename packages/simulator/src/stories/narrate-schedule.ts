import type { Cluster } from '@synod/roles';
import type { Protocol } from '../protocol.js';
import type { Run, Schedule } from '../run.js';
import { openView } from './open-view.js';
import { narrator } from './tell/narrator.js';
import { wrap } from './tell/wrap.js';
import { parliamentWords } from './words/parliament-words.js';
import { paxosWords } from './words/paxos-words.js';
import { list } from './words/says.js';

export interface NarrateOptions {
  readonly words?: 'paxos' | 'parliament' | undefined;
  readonly protocol?: Protocol | undefined;
  /** Of a line, in characters: 96 by default. */
  readonly width?: number | undefined;
}

/** What happens in a schedule, in sentences, a line or more each: who takes part, then move by move; what must not happen, too. */
export function narrateSchedule(schedule: Schedule, options: NarrateOptions = {}): string {
  const { words = 'paxos', width = 96, protocol } = options;
  const { cluster, moves, seed } = schedule;
  const view = openView(cluster, { protocol });
  let said = 0;
  const remarks = (): readonly string[] => {
    const fresh = view.world.violations.slice(said);
    said += fresh.length;
    return fresh.map(({ type, message }) => `Here something is wrong (${type}): ${message}`);
  };
  const told = narrator(view, cluster, words === 'paxos' ? paxosWords : parliamentWords, { remarks });
  const sentences = told.tell(moves).map(({ text }) => wrap(text, width, '  - '));
  const drawn = seed === undefined ? '' : ` It was drawn from seed ${seed}.`;
  return `${[wrap(whoTakesPart(cluster) + drawn, width), '', ...sentences, '', wrap(ending(view.world.run()), width)].join('\n')}\n`;
}

function whoTakesPart({ name, acceptors, proposers, learners, quorums }: Cluster): string {
  const most = proposers.length;
  return `Cluster ${name}: acceptors ${list(acceptors)} (quorums: ${quorums.type}); proposers ${list(proposers)}, of whom the first has the ballots 0, ${most}, ${2 * most} and so on; learners ${list(learners)}.`;
}

function ending({ learned, violations }: Run): string {
  const knowing = learned.map(({ node, val }) => `${node} (${val})`);
  const known =
    knowing.length === 0
      ? 'In the end nobody knows of a chosen value.'
      : `What was chosen is known to ${list(knowing)}.`;
  return violations.length === 0 ? known : `${known} Wrong: ${violations.length}.`;
}
