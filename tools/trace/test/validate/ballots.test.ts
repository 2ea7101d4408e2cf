import { beforeAll, describe, expect, it } from 'vitest';
import type { Run } from '../synod.js';
import { bench, linesOf, rows, slow } from './bench.js';

const { write, validate } = bench();

const [header = '', ...events] = linesOf('paxos-ballot-5.ndjson');
const withBallots = (ballots: string): readonly string[] => [
  header.replace('"constants":{', `"constants":{"Ballot":${ballots},`),
  ...events,
];
const about = (text: string, name: string): string | undefined =>
  text.split('\n').find((line) => line.startsWith(`synod: ${name}:`) || line.startsWith(`${name} `));

describe('ballots beyond the exported graph, with the TypeScript specification,', () => {
  let run: Run;
  let bounded: Run;
  beforeAll(() => {
    write('plain.ndjson', [header, ...events]);
    write('declared.ndjson', withBallots('[0,1,2,3,4,5,6]'));
    write('too-few.ndjson', withBallots('[0,1,2,3]'));
    write('none.ndjson', ['{"trace":1,"spec":"Paxos"}', ...events]);
    write('own.ndjson', [
      header
        .replace('"model":"MCPaxosTiny"', '"meta":{}')
        .replace('"constants":{', '"constants":{"None":"None",'),
      ...events,
    ]);
    write('much.ndjson', [header, '{"action":"Phase1a","params":{"b":5000000}}']);
    run = validate([
      ...['plain', 'declared', 'too-few', 'none', 'own', 'much'].map((name) => `${name}.ndjson`),
      '--engine',
      'model',
    ]);
    write('absurd.ndjson', [header, '{"action":"Phase1b","params":{"a":"a1"}}']);
    bounded = validate(['plain.ndjson', 'absurd.ndjson', '--ballots', '4']);
  }, slow.timeout);

  it('go as far as the trace does', () => {
    expect(rows(run.stdout).slice(0, 2)).toEqual([
      'plain.ndjson Paxos MCPaxosTiny in TypeScript 8 8 model, ballots 0..5 conforms',
      'declared.ndjson Paxos MCPaxosTiny in TypeScript 8 8 model, ballots 0..6 conforms',
    ]);
  });

  it('are not told of if the declared ones alone stand in the way', () => {
    expect(about(run.stderr, 'too-few.ndjson')).toBe(
      'synod: too-few.ndjson: with the ballots 0..3 the trace cannot go on at too-few.ndjson:4, with 0..5 it can: give all ballots in constants.Ballot',
    );
  });

  it('need the constants, from the header or a model', () => {
    expect(about(run.stderr, 'none.ndjson')).toBe(
      'synod: none.ndjson:1: constants: nothing gives the values of Value, Acceptor, Quorum, None, which Paxos needs: give them in the header, or name a model with --model.',
    );
    expect(rows(run.stdout)).toContain(
      'own.ndjson Paxos Paxos in TypeScript 8 8 model, ballots 0..5 conforms',
    );
  });

  it('are not more than can be explored', () => {
    expect(about(run.stderr, 'much.ndjson')).toMatch(
      /^synod: much\.ndjson:1: ballots would be 0\.\.5000000, and no more than \d+ are explored: number the ballots of a trace from 0, or say how many there are with --ballots\.$/,
    );
    expect(run.status).toBe(2);
  });

  it('are bounded by --ballots, which is no verdict where it stands in the way, and one elsewhere', () => {
    expect(about(bounded.stderr, 'plain.ndjson')).toBe(
      'synod: plain.ndjson: with the ballots 0..4 the trace cannot go on at plain.ndjson:4, with 0..6 it can: say how far with --ballots 6',
    );
    expect(about(bounded.stdout, 'absurd.ndjson')).toMatch(/model, ballots 0\.\.4 .* diverges$/);
    expect(bounded.status).toBe(1);
  });

  it('say so in JSON', slow, () => {
    const { status, stdout } = validate(['plain.ndjson', '--ballots', '6', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'conforms',
      executions: [{ engine: 'model', ballots: 6, against: 'MCPaxosTiny in TypeScript' }],
    });
    expect(status).toBe(0);
  });

  it('are no ballots of the graph', slow, () => {
    const { status, stderr } = validate(['declared.ndjson']);
    expect(stderr).toBe(
      'synod: declared.ndjson:1: constants.Ballot: the trace has {0, 1, 2, 3, 4, 5, 6}, and MCPaxosTiny has {0, 1}: choose the model it was recorded for, or --engine model, which takes the constants of the trace.\n',
    );
    expect(status).toBe(2);
  });
});
