import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Run, root } from '../synod.js';
import { bench, recorded, slow } from './bench.js';

const { write, validate } = bench();

const total = '{"trace":1,"spec":"Paxos","model":"MCPaxosTiny"}';
const clocks = '{"trace":1,"spec":"Paxos","model":"MCPaxosTiny","order":"clock"}';
const intervals = '{"trace":1,"spec":"Paxos","model":"MCPaxosTiny","order":"interval"}';
const header = (more: string): string => `{"trace":1,"spec":"Paxos","model":"MCPaxosTiny",${more}}`;
const there = (name: string): string => join(root, recorded(name));
const step = '{"action":"Phase1a","params":{"b":0}}';
const by = (place: string): string => `${place.slice(0, -1)},"action":"Phase1a"}`;

/** What is wrong, the lines of the trace, and what is said of it: all but the name of the file. */
const traces: readonly [string, readonly string[] | string | Uint8Array, string][] = [
  [
    'a bad line',
    [total, step, '{"action":"Phase1b","params":{"a":"a1"}', step],
    ':3: this line is not JSON, or it was cut: a trace has one JSON object a line.',
  ],
  [
    'an unknown action',
    [total, step, '{"action":"Phase1B"}'],
    ':3: action: Paxos has no action Phase1B (did you mean Phase1b?); it has Phase1a, Phase1b, Phase2a, Phase2b.',
  ],
  [
    'an unknown hidden action',
    [header('"hidden":["Phase1a","Timeout"]'), step],
    ':1: hidden[1]: Paxos has no action Timeout; it has Phase1a, Phase1b, Phase2a, Phase2b.',
  ],
  [
    'a variable that the specification does not have',
    [total, '{"action":"Phase1a","state":{"maxBall":{"a1":0}}}'],
    ':2: state.maxBall: Paxos has no variable maxBall (did you mean maxBal?); it has maxBal, maxVBal, maxVal, msgs.',
  ],
  [
    'such a variable in init',
    [header('"init":{"msg":{"#set":[]}}'), step],
    ':1: init.msg: Paxos has no variable msg (did you mean msgs?); it has maxBal, maxVBal, maxVal, msgs.',
  ],
  [
    'an unknown parameter',
    [total, '{"action":"Phase1b","params":{"acc":"a1"}}'],
    ':2: params.acc: Phase1b has no parameter acc (did you mean a?); it has a.',
  ],
  [
    'too many parameters',
    [total, '{"action":"Phase1b","params":["a1",0]}'],
    ':2: params: Phase1b has 1 parameter, and 2 are given; give all of them, or some by name.',
  ],
  [
    'an unknown operator',
    [total, '{"state":{"maxBal":{}},"derived":{"choosen":{"#set":[]}}}'],
    ':2: derived.choosen: Paxos has no operator choosen without arguments (did you mean chosen?).',
  ],
  [
    'an unknown constant',
    [header('"constants":{"Acceptors":["a1"]}'), step],
    ':1: constants.Acceptors: Paxos has no constant Acceptors (did you mean Acceptor?); it has Value, Acceptor, Quorum, Ballot, None.',
  ],
  [
    'constants of another model',
    [header('"constants":{"Value":["v1","v2","v3"]}'), step],
    ':1: constants.Value: the trace has {v1, v2, v3}, and MCPaxosTiny has {v1, v2}: choose the model it was recorded for, or --engine model, which takes the constants of the trace.',
  ],
  [
    'a gap in seq',
    [total, by('{"process":"p","seq":0}'), by('{"process":"p","seq":2}')],
    ':3: seq: process p goes from 0 (line 2) to 2; expected is 1, for a log is numbered from 0 without gaps or repeats.',
  ],
  [
    'a repeat in seq',
    [clocks, by('{"process":"p","seq":0,"clock":{"p":1}}'), by('{"process":"p","seq":0,"clock":{"p":2}}')],
    ':3: seq: process p has 0 twice; expected is 1, for a log is numbered from 0 without gaps or repeats.',
  ],
  [
    'clocks that contradict each other',
    [
      clocks,
      by('{"process":"p","seq":0,"clock":{"p":1,"q":1}}'),
      by('{"process":"q","seq":0,"clock":{"p":1,"q":1}}'),
    ],
    ':2: this event and event 0 of q each come before the other, by what clock and seq say: correct them.',
  ],
  [
    'a clock that does not rise',
    [clocks, by('{"process":"p","seq":0,"clock":{"p":1}}'), by('{"process":"p","seq":1,"clock":{"p":1}}')],
    ':3: clock: the own entry of process p is 1 at seq 1, and 1 at seq 0 (line 2): it must rise with every event.',
  ],
  [
    'an event without a clock',
    [clocks, by('{"process":"p","seq":0}')],
    ':2: clock: with "order": "clock", every event needs process, seq and clock.',
  ],
  [
    'an end before the start',
    [intervals, by('{"process":"p","seq":0,"start":5,"end":4}')],
    ':2: start: 5 is after "end", which is 4.',
  ],
  [
    'another format version',
    ['{"trace":2,"spec":"Paxos"}', step],
    ':1: trace: this is format version 2; this program reads 1.',
  ],
  [
    'another module than that of its model',
    ['{"trace":1,"spec":"Voting","model":"MCPaxosTiny"}', step],
    ':1: spec: this trace is one of Voting, and it is held against Paxos: name the model or the graph of Voting.',
  ],
  [
    'an event with nothing in it',
    [total, step, '{"process":"p","meta":{"host":"h1"}}'],
    ':3: there is nothing in this event: it needs at least one of "action", "state" and "derived", not empty.',
  ],
  ['no events', [total], ': the trace has no events: a check that compared nothing has not passed.'],
  ['an empty file', '', ': The file is empty.'],
  [
    'a line of 100 MB',
    Buffer.concat([
      Buffer.from(`${total}\n{"action":"Phase1a","meta":"`),
      Buffer.alloc(100_000_000, 'x'),
      Buffer.from('"}\n'),
    ]),
    ':2: this line is longer than 16 MiB: a trace has one event a line.',
  ],
  [
    'invalid UTF-8',
    Buffer.concat([
      Buffer.from(`${total}\n${step}\n{"action":"`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}\n'),
    ]),
    ':3: this line is not UTF-8: a trace is UTF-8 text, one JSON object a line, not compressed.',
  ],
  [
    'a gzip file that was cut',
    gzipSync(`${total}\n${`${step}\n`.repeat(1000)}`).subarray(0, 60),
    ': The gzip file ends too early: it was cut. Copy or export it again.',
  ],
  [
    'something else',
    ['# A README'],
    ': this is no execution: expected is a trace, whose first line is {"trace": 1, …}, a trace in the Informal Trace Format, or an error trace that TLC wrote with -dumpTrace json.',
  ],
  [
    'nothing to hold it against',
    ['{"trace":1,"spec":"Paxos"}', step],
    ': nothing is named to hold this trace against: give --model NAME for a bundled model ("synod models" lists them), --graph FILE for an export of TLC, or --spec FILE.tla for a specification of your own',
  ],
  [
    'a model that there is not',
    ['{"trace":1,"spec":"Paxos","model":"MCPaxosTony"}', step],
    ': there is no model MCPaxosTony; did you mean MCPaxosTiny?',
  ],
  [
    'a state of ITF without a variable',
    ['{"vars":["chosen","x"],"states":[{"chosen":{"#set":[]}}]}'],
    ':1: states[0] lacks x, which "vars" names.',
  ],
];

describe('a trace that cannot be read or compared', () => {
  let run: Run;
  let said: readonly string[];
  beforeAll(() => {
    const files = traces.map(([, content], index) => write(`${index}.log`, content));
    run = validate(files);
    said = run.stderr.trimEnd().split('\n');
  }, slow.timeout);

  it('is said in one line on standard error, and nothing on standard output: 2', () => {
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(said).toHaveLength(traces.length);
  });

  it.each(traces.map(([what, , message], index) => [what, index, message] as const))(
    '%s',
    (_, index, message) => {
      expect(said[index]).toBe(`synod: ${index}.log${message}`);
    },
  );

  it('alone ends the same', slow, () => {
    expect(validate(['1.log'])).toEqual({ status: 2, stdout: '', stderr: `${said[1]}\n` });
  });
});

describe('what cannot be judged at all', () => {
  const good = there('paxos.ndjson');
  const logs = join(root, 'examples/logs/ccf.ndjson');

  it.each<[string, () => readonly string[], string]>([
    ['a file that is not there', () => ['gone.ndjson'], 'gone.ndjson: There is no such file.'],
    [
      'a folder without traces',
      () => [join(root, 'traces')],
      `${join(root, 'traces')}: There is no trace in this folder: the names of traces end with .ndjson or .ndjson.gz.`,
    ],
    [
      'a graph of another specification',
      () => [good, '--graph', join(root, 'traces/tlc/MCVoting')],
      `${good}:1: spec: this trace is one of Paxos, and it is held against Voting: name the model or the graph of Paxos.`,
    ],
    [
      'a graph that is not of the module',
      () => [good, '--graph', join(root, 'traces/tlc/MCVoting'), '--spec', join(root, 'specs/Paxos.tla')],
      `${join(root, 'traces/tlc/MCVoting')}: this is a graph of another specification: it has the variables votes, maxBal, and Paxos declares maxBal, maxVBal, maxVal, msgs.`,
    ],
    [
      'a graph without steps',
      () => [good, '--graph', join(root, 'traces/tlc/MCPaxosTiny/states.txt.gz')],
      `${join(root, 'traces/tlc/MCPaxosTiny/states.txt.gz')}: a trace cannot be judged by this: it has states, and no steps. Have TLC write a graph with -dump dot,actionlabels.`,
    ],
    [
      'a mapping that is not JSON',
      () => [logs, '--map', write('bad.map.json', '{"map":1,'), '--model', 'MCPaxosTiny'],
      'bad.map.json:1:10: This is not JSON, or it was cut.',
    ],
  ])('%s', slow, (_, args, message) => {
    expect(validate(args())).toEqual({ status: 2, stdout: '', stderr: `synod: ${message}\n` });
  });

  it('a mapping that matches nothing', slow, () => {
    const map = join(root, 'examples/logs/etcd.map.json');
    const { status, stdout, stderr } = validate([logs, '--map', map, '--model', 'MCPaxosTiny']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      `synod: ${logs}: ${map}: no line of ${logs} is an event by this mapping: its first line has h_ts, thread_id, level, tag, file, msg; rule 1 (Stand) asks for "BecomeCandidate" at $.event.name, where it has nothing. Check the paths and values of "when".\n`,
    );
  });
});
