import { describe, expect, it } from 'vitest';
import { bench, linesOf, slow } from './bench.js';

const { write, validate } = bench();

const hidden = '"hidden":["Phase1a","Phase1b","Phase2a","Phase2b"]';
const anything = `{"trace":1,"spec":"Paxos","model":"MCPaxosTiny",${hidden}}`;
const refused = (message: string): object => ({ status: 2, stdout: '', stderr: `synod: ${message}\n` });

describe('--max-frontier', () => {
  it('ends where more states are possible, and says where', slow, () => {
    const trace = write('total.ndjson', [
      '{"trace":1,"spec":"Paxos","model":"MCPaxosTiny"}',
      '{"action":"Phase1a","params":{"b":0}}',
      '{"action":"Phase1b"}',
    ]);
    expect(validate([trace, '--max-frontier', '2'])).toEqual(
      refused(
        'total.ndjson:3: more than 2 states are possible after this event: give a greater --max-frontier, or log more of what happens.',
      ),
    );
    expect(validate([trace, '--max-frontier', '3']).status).toBe(0);
  });

  it('bounds what hidden steps lead to', slow, () => {
    const trace = write('hidden.ndjson', [anything, '{"action":"Phase1a","params":{"b":1}}']);
    expect(validate([trace, '--engine', 'model', '--ballots', '3', '--max-frontier', '500'])).toEqual(
      refused(
        'hidden.ndjson:2: hidden steps lead to more than 500 states: give a greater --max-frontier, or log more of what happens.',
      ),
    );
  });

  it('bounds the pairs of a partial order', slow, () => {
    const header = '{"trace":1,"spec":"Voting","model":"MCVoting","order":"clock"}';
    // Which of them comes first decides which others are possible.
    const raise = (process: string, b: number): string =>
      `{"process":"${process}","seq":0,"clock":{"${process}":1},"action":"IncreaseMaxBal","params":{"a":"a1","b":${b}}}`;
    const trace = write('partial.ndjson', [
      header,
      raise('p', 0),
      raise('q', 1),
      raise('r', 2),
      '{"process":"s","seq":0,"clock":{"p":1,"q":1,"r":1,"s":1},"action":"VoteFor","params":["a1",0,"v1"]}',
    ]);
    const { status, stderr } = validate([trace, '--max-frontier', '1']);
    expect(stderr).toMatch(
      /^synod: partial\.ndjson:2: more than 1 pairs of a cut and a state are possible after 1 of 4 events: give a greater --max-frontier/,
    );
    expect(status).toBe(2);
  });
});

describe('--timeout', () => {
  it('ends, and says where', slow, () => {
    const total = write('run.ndjson', linesOf('paxos.ndjson'));
    expect(validate([total, '--timeout', '0.000001'])).toEqual(
      refused('run.ndjson:2: the time was over when 0 events had been matched: give a longer --timeout.'),
    );
  });

  it('ends while hidden steps are followed', slow, () => {
    // Without the time it would take about a minute.
    const trace = write('long.ndjson', [anything, '{"action":"Phase1a","params":{"b":1}}']);
    const { status, stderr } = validate([trace, '--engine', 'model', '--ballots', '3', '--timeout', '3']);
    expect(stderr).toMatch(
      /^synod: long\.ndjson:2: the time was over when \d+ (?:states had been looked at for one event|events had been matched): give a longer --timeout\.\n$/,
    );
    expect(status).toBe(2);
  });

  it('other traces are not the worse for it', slow, () => {
    const bad = write('bad.ndjson', [
      '{"trace":1,"spec":"Consensus","model":"MCConsensus"}',
      '{"action":"Nxt"}',
    ]);
    const { status, stderr } = validate(['run.ndjson', bad, '--timeout', '0.000001']);
    expect(stderr.split('\n')).toEqual([
      'synod: run.ndjson:2: the time was over when 0 events had been matched: give a longer --timeout.',
      'synod: bad.ndjson:2: action: Consensus has no action Nxt (did you mean Next?); it has Next.',
      '',
    ]);
    expect(status).toBe(2);
  });
});
