import { describe, expect, it } from 'vitest';
import { fileOf, refusal } from '../../../test/traces.js';
import { readTrace } from './read-trace.js';

const total = '{"trace":1,"spec":"Paxos"}';
const step = '{"action":"Phase1a"}';

const read = (...lines: string[]): ReturnType<typeof readTrace> =>
  readTrace({ chunks: [fileOf(...lines)], file: 'log' });

describe('a file that is no trace is refused', () => {
  const header = (fields: string): [string, string] => [`{"trace":1,"spec":"P",${fields}}`, step];
  it.each<[string, string[], string]>([
    ['nothing', [], 'log: the file is empty: expected is a trace, with a header as its first line.'],
    [
      'blank lines',
      ['', '  '],
      'log: the file is empty: expected is a trace, with a header as its first line.',
    ],
    ['no events', [total], 'log: the trace has no events: a check that compared nothing has not passed.'],
    [
      'blanks alone',
      [total, '', ' '],
      'log: the trace has no events: a check that compared nothing has not passed.',
    ],
    [
      'no header',
      [step],
      'log:1: the first line must be the header, an object with "trace": 1 and "spec": the name of the TLA+ module.',
    ],
    [
      'a header that is none',
      ['[1]', step],
      'log:1: the first line must be the header, an object with "trace": 1 and "spec": the name of the TLA+ module.',
    ],
    [
      'a header that is cut',
      ['{"trace":1,"spec"', step],
      'log:1: this line is not JSON, or it was cut: a trace has one JSON object a line.',
    ],
    [
      'another version',
      ['{"trace":2,"odd":1}', step],
      'log:1: trace: this is format version 2; this program reads 1.',
    ],
    [
      'no version',
      ['{"trace":"1"}', step],
      'log:1: trace: this is format version "1"; this program reads 1.',
    ],
    ['no module', ['{"trace":1}', step], 'log:1: spec must be a name, in quotes; it is missing.'],
    ['an empty name', ['{"trace":1,"spec":""}', step], 'log:1: spec must not be empty; it is "".'],
    [
      'a mistyped field',
      header('"hiden":["A"]'),
      'log:1: the header has an unknown field "hiden" (did you mean hidden?); what is not compared goes into "meta".',
    ],
    [
      'a mistyped field that is needed',
      ['{"trace":1,"sepc":"P"}', step],
      'log:1: the header has an unknown field "sepc" (did you mean spec?); what is not compared goes into "meta".',
    ],
    [
      'a field too many',
      header('"__proto__":1'),
      'log:1: the header has an unknown field "__proto__"; what is not compared goes into "meta".',
    ],
    [
      'another order',
      header('"order":"causal"'),
      'log:1: order must be "total", "clock" or "interval"; it is "causal".',
    ],
    [
      'hidden actions that are none',
      header('"hidden":"A"'),
      'log:1: hidden must be an array of names of actions; it is "A".',
    ],
    [
      'a hidden action that is none',
      header('"hidden":["A",5]'),
      'log:1: hidden[1] must be a name, in quotes; it is 5.',
    ],
    [
      'constants that are none',
      header('"constants":[]'),
      'log:1: constants must be an object: values by the names of constants; it is an array.',
    ],
    [
      'a constant that is none',
      header('"constants":{"N":[null]}'),
      'log:1: constants.N[0]: null is no value of TLA+.',
    ],
    [
      'a constant in part',
      header('"constants":{"N":{"#contains":[]}}'),
      'log:1: constants.N: #contains is not known here.',
    ],
    [
      'init that is none',
      header('"init":1'),
      'log:1: init must be an object: values by the names of variables; it is 1.',
    ],
    [
      'a value in init that is none',
      header('"init":{"x":{"a":0.1}}'),
      'log:1: init.x.a: 0.1 is no exact integer: write {"#bigint": "…"}.',
    ],
    ['a model that is none', header('"model":null'), 'log:1: model must be a name, in quotes; it is null.'],
  ])('%s', async (_, lines, message) => {
    expect(await refusal(() => read(...lines))).toBe(message);
  });

  it('a header that is all there is, and cut', async () => {
    const reading = readTrace({ chunks: ['{"trace":1,"sp'], file: 'log' });
    expect(await refusal(() => reading)).toMatch(/^log:1: this line is not JSON, or it was cut/);
  });

  it('a trace whose only event is cut', async () => {
    const reading = readTrace({ chunks: [`${total}\n{"acti`], file: 'log' });
    expect(await refusal(() => reading)).toMatch(/^log: the trace has no events/);
  });
});

describe('a line that is no event is refused', () => {
  const nothing =
    'log:3: there is nothing in this event: it needs at least one of "action", "state" and "derived", not empty.';
  it.each<[string, string]>([
    ['{"action":"A"', 'log:3: this line is not JSON, or it was cut: a trace has one JSON object a line.'],
    [`${step}${step}`, 'log:3: this line is not JSON, or it was cut: a trace has one JSON object a line.'],
    ['null', 'log:3: the event must be an object; it is null.'],
    ['[]', 'log:3: the event must be an object; it is an array.'],
    ['"A"', 'log:3: the event must be an object; it is "A".'],
    ['{}', nothing],
    ['{"process":"p","seq":0,"meta":"A"}', nothing],
    ['{"state":{}}', nothing],
    ['{"state":{},"derived":{}}', nothing],
    [
      '{"params":{"a":1},"state":{"x":1}}',
      'log:3: params has no "action" whose parameters they are: name the action, or leave them out.',
    ],
    [
      '{"actoin":"A"}',
      'log:3: the event has an unknown field "actoin" (did you mean action?); what is not compared goes into "meta".',
    ],
    [
      '{"action":"A","timestamp":1,"seq":"x"}',
      'log:3: the event has an unknown field "timestamp"; what is not compared goes into "meta".',
    ],
    ['{"action":5}', 'log:3: action must be a name, in quotes; it is 5.'],
    ['{"action":""}', 'log:3: action must not be empty; it is "".'],
    ['{"action":null}', 'log:3: action must be a name, in quotes; it is null.'],
    [
      '{"action":"A","params":"a1"}',
      'log:3: params must be an object, parameters by their names, or an array, all of them in their order; it is "a1".',
    ],
    ['{"action":"A","params":{"a":null}}', 'log:3: params.a: null is no value of TLA+.'],
    ['{"action":"A","params":[1,null]}', 'log:3: params[1]: null is no value of TLA+.'],
    ['{"state":[1]}', 'log:3: state must be an object: values by the names of variables; it is an array.'],
    ['{"state":{"x":{"a":[0.5]}}}', 'log:3: state.x.a[0]: 0.5 is no exact integer: write {"#bigint": "…"}.'],
    ['{"derived":{"x":null}}', 'log:3: derived.x: null is no value of TLA+.'],
    ['{"action":"A","process":1}', 'log:3: process must be a name, in quotes; it is 1.'],
    ['{"action":"A","process":""}', 'log:3: process must not be empty; it is "".'],
    ['{"action":"A","seq":"0"}', 'log:3: seq must be a whole number; it is "0".'],
    ['{"action":"A","seq":0.5}', 'log:3: seq must be a whole number; it is 0.5.'],
    ['{"action":"A","seq":-1}', 'log:3: seq must not be negative; it is -1.'],
    [
      '{"action":"A","clock":[1]}',
      'log:3: clock must be an object: whole numbers by the names of processes; it is an array.',
    ],
    ['{"action":"A","clock":{"p":"1"}}', 'log:3: clock.p must be a whole number; it is "1".'],
    ['{"action":"A","clock":{"p q":-1}}', 'log:3: clock["p q"] must not be negative; it is -1.'],
    ['{"action":"A","clock":{"__proto__":"x"}}', 'log:3: clock: no process can be called __proto__ here.'],
    ['{"action":"A","start":"now"}', 'log:3: start must be a number; it is "now".'],
    ['{"action":"A","end":1e999}', 'log:3: end must be a number; it is Infinity.'],
  ])('%s', async (line, message) => {
    expect(await refusal(() => read(total, step, line))).toBe(message);
  });

  it('however long its names and values are', async () => {
    const long = 'x\\n'.repeat(1_000_000);
    const lines = [
      `{"${long}":1}`,
      `{"action":"A","seq":"${long}"}`,
      `{"state":{"${long}":null}}`,
      `{"state":{"x":{"${long}":null}}}`,
    ];
    for (const line of lines) expect((await refusal(() => read(total, line))).length).toBeLessThan(300);
  });

  it('however deep it is nested', async () => {
    const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
    expect(await refusal(() => read(total, deep))).toBe(
      'log:2: the event must be an object; it is an array.',
    );
    expect(await refusal(() => read(total, `{"action":${deep}}`))).toBe(
      'log:2: action must be a name, in quotes; it is an array.',
    );
    expect(await refusal(() => read(total, `{"state":{"x":${deep}}}`))).toMatch(
      /^log:2: state\.x: the value is nested deeper/i,
    );
    expect((await read(total, `{"action":"A","meta":${deep}}`)).events).toHaveLength(1);
  });
});
