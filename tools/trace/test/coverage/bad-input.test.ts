import { describe, expect, it } from 'vitest';
import { root } from '../synod.js';
import { recorded, slow } from '../validate/bench.js';
import { lampBench } from './lamp.js';

const { coverage } = lampBench();

describe('bad input is exit code 2 with one line', () => {
  it.each<[string, readonly string[], string | RegExp]>([
    ['no trace', [], 'name the traces: a suite without traces covers nothing'],
    [
      'a folder without traces',
      ['empty'],
      'empty: There is no trace in this folder: the names of traces end with .ndjson or .ndjson.gz.',
    ],
    [
      'a model and a graph',
      ['on.ndjson', '--graph', 'lamp.graph.ndjson', '--model', 'MCPaxosTiny'],
      'give either --model or --graph, not both',
    ],
    ['a model that is not there', ['on.ndjson', '--model', 'MCPaxosTinny'], /MCPaxosTinny/],
    [
      'a model without an export',
      ['on.ndjson', '--model', 'MCPaxosSmall'],
      'the export of MCPaxosSmall, in which coverage is counted, is not kept: have TLC write it with "synod export MCPaxosSmall --out DIR", then give --graph DIR/MCPaxosSmall instead of --model',
    ],
    ['a graph that is not there', ['on.ndjson', '--graph', 'gone.dot'], /^gone\.dot: /],
    ['a graph that is a trace', ['on.ndjson', '--graph', 'on.ndjson'], /^on\.ndjson/],
    [
      'a module for a bundled model',
      ['on.ndjson', '--model', 'MCConsensus', '--spec', 'A.tla'],
      /of your own/,
    ],
    ['standard input twice', ['-', '-'], 'standard input (-) can be read only once'],
    ['a percentage above 100', ['on.ndjson', '--min-steps', '101'], /--min-steps.* 0 to 100/],
    ['a percentage below 0', ['on.ndjson', '--min-states', '-1'], /--min-states.* 0 to 100/],
    ['a percentage that is none', ['on.ndjson', '--min-actions', 'all'], /--min-actions.* 0 to 100/],
    ['one file for both', ['on.ndjson', '--out', 'x', '--html', 'x'], '--out and --html name the same file'],
    ['a mapping that is not there', ['on.ndjson', '--map', 'gone.json'], /^gone\.json: /],
  ])('%s', slow, (_, args, message) => {
    const { status, stdout, stderr } = coverage(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^synod: [^\n]*\n$/);
    const said = stderr.slice('synod: '.length).trimEnd();
    const isSaid = typeof message === 'string' ? said === message : message.test(said);
    expect(isSaid, said).toBe(true);
  });

  it('no graph and no model', slow, () => {
    const { status, stderr } = coverage([recorded('paxos.ndjson'), '--model', ''], { cwd: root });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^synod: [^\n]*\n$/);
  });

  it('no trace that could be counted: a line for each', slow, () => {
    const { status, stdout, stderr } = coverage(['cut.ndjson']);
    expect(stderr).toBe(
      'synod: cut.ndjson:2: this line is not JSON, or it was cut: a trace has one JSON object a line.\n',
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});
