import { describe, expect, it } from 'vitest';
import { parseConfiguration, readConfiguration } from './read-configuration.js';

const nodes = ['a1', 'a2', 'a3'].map((id, i) => ({ id, address: `127.0.0.1:${7001 + i}` }));

function parse(change: object): ReturnType<typeof parseConfiguration> {
  return parseConfiguration(JSON.stringify({ cluster: 'parliament', nodes, ...change }), 'synod.json');
}

describe('parseConfiguration', () => {
  it('gives every node every role, a majority and the usual timing', () => {
    const { cluster, addresses } = parse({});
    expect(cluster).toMatchObject({
      name: 'parliament',
      acceptors: ['a1', 'a2', 'a3'],
      proposers: ['a1', 'a2', 'a3'],
      learners: ['a1', 'a2', 'a3'],
      quorums: { type: 'majority' },
      learning: { type: 'all' },
      timing: { retry: 200 },
    });
    expect(addresses['a2']).toEqual({ host: '127.0.0.1', port: 7002 });
  });

  it('takes roles, quorums, learning and timing', () => {
    const { cluster } = parse({
      nodes: [...nodes, { id: 'l1', address: '[::1]:7009', roles: ['learner'] }],
      quorums: { type: 'weighted', weights: { a1: 2, a2: 1, a3: 1 } },
      learning: { type: 'distinguished', learner: 'l1' },
      timing: { retry: 50 },
    });
    expect(cluster.acceptors).toEqual(['a1', 'a2', 'a3']);
    expect(cluster.learners).toEqual(['a1', 'a2', 'a3', 'l1']);
    expect(cluster.timing).toMatchObject({ retry: 50, tries: 3 });
  });

  it.each([
    [
      { quorums: { type: 'explicit', quorums: [['a1'], ['a2', 'a3']] } },
      'the quorums {a1} and {a2, a3} do not intersect',
    ],
    [{ nodes: [...nodes, nodes[0]] }, 'there are two nodes a1'],
    [
      { nodes: [...nodes, { id: 'a4', address: '127.0.0.1:7001' }] },
      'two nodes have the address 127.0.0.1:7001.',
    ],
    [{ nodes: [{ id: 'a1', address: '7001' }] }, 'the address of a1, "7001", is not HOST:PORT.'],
    [{ nodes: [{ id: 'a1', address: 'x:70000' }] }, 'is not HOST:PORT'],
    [{ nodes: [{ id: '../a', address: 'x:1' }] }, 'nodes[0].id: must be a letter'],
    [{ nodes: [] }, 'nodes: '],
    [{ nodez: [] }, 'nodez'],
    [{ cluster: 7 }, 'cluster: '],
    [{ learning: { type: 'distinguished', learner: 'a9' } }, 'a9 is to be told of votes, and is no learner.'],
    [{ timing: { backoff: { least: 5, most: 1 } } }, 'timing.backoff: least must not be more than most.'],
  ])('refuses %j in one line with the name of the file', (change, problem) => {
    expect(() => parse(change)).toThrow(`the configuration synod.json cannot be used: `);
    expect(() => parse(change)).toThrow(problem);
    expect(() => parse(change)).not.toThrow('\n');
  });

  it('refuses what is no JSON, and a file that is not there', () => {
    expect(() => parseConfiguration('{', 'synod.json')).toThrow('synod.json cannot be used: it is no JSON');
    expect(() => readConfiguration('/nowhere/synod.json')).toThrow('/nowhere/synod.json cannot be read');
  });
});

describe('readConfiguration', () => {
  it.runIf(process.platform === 'linux')('stops reading what never ends', () => {
    expect(() => readConfiguration('/dev/zero')).toThrow(
      'the configuration /dev/zero cannot be read: it has more than 1048576 bytes.',
    );
  });
});

it('what a file that is no JSON has cannot move the cursor', () => {
  expect(() => parseConfiguration('{"a": \u001b[2J', 'synod.json')).toThrow(/it is no JSON: [^\p{Cc}]*$/u);
});
