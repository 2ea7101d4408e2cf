import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../synod.js';
import { bench, validate as inRepository, main, plainEnvironment, recorded, rows, slow } from './bench.js';

const { write, read, validate } = bench();
const conforming = readFileSync(join(root, recorded('consensus.ndjson')));
const diverging = readFileSync(join(root, recorded('consensus-two-values.ndjson')));

describe('standard input and gzip', () => {
  it.each([
    ['standard input', conforming],
    ['compressed standard input', gzipSync(conforming)],
  ])('%s conforms', slow, (_, input) => {
    const { status, stdout, stderr } = validate(['-'], { input });
    expect(rows(stdout)).toEqual(['- Consensus MCConsensus 3 3 graph conforms']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('standard input is told by that name', slow, () => {
    const { status, stdout } = validate(['-'], { input: diverging });
    expect(status).toBe(1);
    expect(stdout.split('\n')[0]).toBe(
      'standard input:3: Next is no step that Consensus allows here (1 of 2 events match)',
    );
    const bad = validate(['-'], { input: '{"trace":1,"spec":"Paxos"}\n{"action":\n{}\n' });
    expect(bad.status).toBe(2);
    expect(bad.stderr).toBe(
      'synod: standard input:2: this line is not JSON, or it was cut: a trace has one JSON object a line.\n',
    );
  });

  it('a compressed file is told by the line in it', slow, () => {
    const { status, stdout } = validate([write('run.ndjson.gz', gzipSync(diverging))]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^run\.ndjson\.gz:3: Next is no step/);
  });
});

describe('a line that was cut at the end', () => {
  it('is left out with a warning; then the rest is judged', slow, () => {
    const { status, stdout, stderr } = validate([
      write('cut.ndjson', `${conforming.toString()}{"action":"Ne`),
    ]);
    expect(rows(stdout)).toEqual(['cut.ndjson Consensus MCConsensus 3 3 graph conforms']);
    expect(stderr).toBe(
      'synod: warning: cut.ndjson:5: the last line has no newline and is no JSON: it was cut while it was written, and is left out.\n',
    );
    expect(status).toBe(0);
  });
});

describe('a trace in the Informal Trace Format', () => {
  beforeAll(() => {
    const graph = 'traces/tlc/MCPaxosTiny/steps.dot.gz';
    const { stdout } = spawnSync(process.execPath, [main, 'graph', graph, '--to', 'itf', '--path', '3000'], {
      cwd: root,
      encoding: 'utf8',
      env: plainEnvironment(),
    });
    write('path.itf.json', stdout);
  }, slow.timeout);

  it('conforms as synod graph writes it, by graph and by model', slow, () => {
    const { status, stdout } = validate(['path.itf.json', '--model', 'MCPaxosTiny']);
    expect(rows(stdout)).toEqual(['path.itf.json Paxos MCPaxosTiny 12 12 graph conforms']);
    expect(status).toBe(0);
    const model = validate(['path.itf.json', '--model', 'MCPaxosTiny', '--engine', 'model']);
    expect(rows(model.stdout)).toEqual([
      'path.itf.json Paxos MCPaxosTiny in TypeScript 12 12 model, ballots 0..1 conforms',
    ]);
  });

  it('diverges where a value is another', slow, () => {
    const lines = read('path.itf.json').split('\n');
    const index = lines.findIndex((line) => line.includes('"mbal":-1'));
    lines[index] = lines[index]?.replace('"mbal":-1', '"mbal":0') ?? '';
    const { status, stdout } = validate([write('damaged.itf.json', lines), '--model', 'MCPaxosTiny']);
    expect(status).toBe(1);
    expect(stdout.split('\n').slice(0, 6)).toEqual([
      `damaged.itf.json:${index + 1}: Paxos is in no state that is as observed here (2 of 12 events match)`,
      '  observation contradicted: neither the state nor any state a step leads to is as observed',
      '  nearest miss: Phase1b(a1)',
      '      msgs',
      '        only the trace has:         {"acc":"a1","bal":0,"mbal":0,"mval":"None","type":"1b"}',
      '        only the specification has: [acc |-> a1, bal |-> 0, mbal |-> -1, mval |-> None, type |-> "1b"]',
    ]);
  });
});

describe('an error trace of TLC', () => {
  const errorTrace = (last: string): string =>
    `{"counterexample":{"action":[[[1,{"chosen":[]}],{"name":"Next","location":{"beginLine":30,"beginColumn":9,"endLine":31,"endColumn":38,"module":"Consensus"}},[2,{"chosen":${last}}]]],"state":[[1,{"chosen":[]}],[2,{"chosen":${last}}]]},"vars":["chosen"]}`;

  it('conforms as TLC writes it, and not with a value that no state has', slow, () => {
    const good = write('good.json', errorTrace('["v2"]'));
    const bad = write('bad.json', errorTrace('["v2","v3"]'));
    const { status, stdout } = validate([good, bad, '--model', 'MCConsensus']);
    expect(status).toBe(1);
    expect(stdout.split('\n')[0]).toBe(
      'bad.json, event 1: Next leads to no state that is as observed here (0 of 1 event matches)',
    );
    expect(rows(stdout)).toEqual([
      'good.json MCConsensus 1 1 graph conforms',
      'bad.json MCConsensus 1 0 graph diverges',
    ]);
  });
});

describe('the logs of the examples', () => {
  it.each([
    ['etcd', 'Terms', 9, 'etcd-wrong.ndjson:16: Vote(n3, n2, 1) is no step that Terms allows here'],
    ['ccf', 'Entries', 11, 'ccf-wrong.ndjson:8: Commit(2) is no step that Entries allows here'],
  ])('%s conform by their mapping, and the wrong one diverges', slow, (log, module, events, message) => {
    const [good, wrong] = ['', '-wrong'].map((end) => `examples/logs/${log}${end}.ndjson`) as [
      string,
      string,
    ];
    const { status, stdout, stderr } = inRepository([
      good,
      wrong,
      '--map',
      `examples/logs/${log}.map.json`,
      '--graph',
      `examples/logs/${module}.graph.ndjson`,
      '--spec',
      `examples/logs/${module}.tla`,
    ]);
    expect(status, stderr).toBe(1);
    expect(stderr).toBe('');
    expect(stdout.startsWith(`examples/logs/${message}`)).toBe(true);
    const [first, second] = rows(stdout);
    expect(first).toMatch(new RegExp(`^${good} ${module} .* ${events} ${events} graph conforms$`));
    expect(second).toMatch(/ graph diverges$/);
  });
});
