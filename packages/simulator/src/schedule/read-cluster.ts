import type { Cluster, Learning, Quorums } from '@synod/roles';
import { clusterProblems } from '@synod/roles';
import { ScheduleError } from '../errors.js';
import { type Fields, textOf } from './fields.js';

/** All sets of acceptors are looked at to find the smallest quorums. */
const mostAcceptors = 12;
const mostNodes = 100;

/** The cluster of a schedule. @throws ScheduleError also for one that could choose two values, or is too large. */
export function readCluster(fields: Fields, line: number): Cluster {
  const cluster: Cluster = {
    name: fields.text('name'),
    acceptors: fields.texts('acceptors'),
    proposers: fields.texts('proposers'),
    learners: fields.texts('learners'),
    quorums: readQuorums(fields.object('quorums'), line),
    learning: readLearning(fields.object('learning')),
    timing: readTiming(fields.object('timing')),
    ...(fields.has('lastBallot') ? { lastBallot: fields.whole('lastBallot', 0) } : {}),
  };
  fields.end();
  const { acceptors, proposers, learners } = cluster;
  if (acceptors.length > mostAcceptors || proposers.length > mostNodes || learners.length > mostNodes) {
    const most = `at most ${mostAcceptors} acceptors, ${mostNodes} proposers and ${mostNodes} learners`;
    throw new ScheduleError('limit', `a simulated cluster has ${most}.`, line);
  }
  const problem = clusterProblems(cluster)[0];
  if (problem !== undefined) throw new ScheduleError('cluster', `with this cluster, ${problem}`, line);
  return cluster;
}

function readQuorums(fields: Fields, line: number): Quorums {
  const type = fields.oneOf('type', ['majority', 'weighted', 'grid', 'explicit']);
  const sets = (name: string): readonly (readonly string[])[] =>
    fields.list(name, (set, where) => {
      if (!Array.isArray(set)) throw new ScheduleError('field', `${where} must be a list.`, line);
      return set.map((one, at) => textOf(one, `${where}[${at}]`, line));
    });
  const read = (): Quorums => {
    switch (type) {
      case 'majority':
        return { type };
      case 'weighted': {
        const weights = fields.object('weights');
        return {
          type,
          weights: Object.fromEntries(weights.names().map((name) => [name, weights.amount(name)])),
        };
      }
      case 'grid':
        return { type, rows: sets('rows') };
      case 'explicit':
        return { type, quorums: sets('quorums') };
    }
  };
  const quorums = read();
  fields.end();
  return quorums;
}

function readLearning(fields: Fields): Learning {
  const type = fields.oneOf('type', ['all', 'distinguished', 'set']);
  const read = (): Learning => {
    switch (type) {
      case 'all':
        return { type };
      case 'distinguished':
        return { type, learner: fields.text('learner') };
      case 'set':
        return { type, learners: fields.texts('learners') };
    }
  };
  const learning = read();
  fields.end();
  return learning;
}

function readTiming(fields: Fields): Cluster['timing'] {
  const backoff = fields.object('backoff');
  const timing = {
    retry: fields.amount('retry'),
    tries: fields.whole('tries', 1),
    backoff: { least: backoff.amount('least'), most: backoff.amount('most') },
  };
  backoff.end();
  fields.end();
  return timing;
}
