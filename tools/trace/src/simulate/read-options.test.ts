import { describe, expect, it } from 'vitest';
import type { Project } from '../project.js';
import { openProject } from '../project.js';
import type { SimulateOptions } from './options.js';
import { readPlan, readSeeds } from './read-options.js';

const given: SimulateOptions = { seeds: '1', faults: 'all', color: false };
const project: Project = await openProject(undefined);

describe('what is to be simulated', () => {
  it('is read from the options', async () => {
    expect(readSeeds('7')).toEqual({ from: 7, to: 7 });
    expect(readSeeds('0..9007199254740991')).toEqual({ from: 0, to: 9007199254740991 });
    const plan = await readPlan(project, { ...given, faults: 'loss, crash', nodes: 5, learning: 'set' });
    expect(plan).toMatchObject({
      faults: ['loss', 'crash'],
      observe: 'own',
      cluster: { acceptors: ['n1', 'n2', 'n3', 'n4', 'n5'], learning: { learners: ['n1', 'n2'] } },
    });
    expect(await readPlan(project, { ...given, faults: 'none', mapping: true })).toMatchObject({
      faults: [],
      observe: 'all',
    });
  });

  it('is confined to a model: a proposer for each ballot', async () => {
    const { cluster, values } = await readPlan(project, { ...given, model: 'MCPaxosTiny' });
    expect(values).toEqual(['v1', 'v2']);
    expect(cluster).toMatchObject({
      acceptors: ['a1', 'a2', 'a3'],
      proposers: ['p0', 'p1'],
      lastBallot: 1,
      quorums: {
        quorums: [
          ['a1', 'a2'],
          ['a1', 'a3'],
          ['a2', 'a3'],
        ],
      },
    });
  });

  it.each(['', 'x', '5..1', '1..', '-1', '1.5', '1..99999999999999999', '9007199254740992'])(
    'is refused: the seeds %j',
    (seeds) => {
      expect(() => readSeeds(seeds)).toThrow(/^--seeds [^\n]+\.$/u);
    },
  );

  it.each([
    [
      { faults: 'los' },
      '--faults: there is no fault "los" (did you mean loss?); there are loss, duplication,',
    ],
    [{ faults: '' }, '--faults: there is no fault ""'],
    [{ nodes: 0 }, '--nodes must be from 1 to 9.'],
    [{ nodes: 10 }, '--nodes must be from 1 to 9.'],
    [{ coverage: true }, '--coverage counts in the graph of a model: name it with --model.'],
    [
      { model: 'MCPaxosTiny', nodes: 3 },
      '--nodes and --learning are not for --model: a model has its acceptors.',
    ],
    [{ model: 'MCVoting' }, '--model: MCVoting is a model of Voting; a run is held against one of Paxos.'],
    [{ record: '/dev/null/folder' }, 'the folder cannot be made: '],
  ])('is refused: %j', async (options, message) => {
    await expect(readPlan(project, { ...given, ...options })).rejects.toThrow(message);
  });
});
