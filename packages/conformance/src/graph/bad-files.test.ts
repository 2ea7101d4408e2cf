import { InputError } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import {
  dotFile,
  dotState,
  dotStep,
  json,
  ndjson,
  read,
  readSpecimen,
  specimen,
} from '../../test/graph-files.js';

/** What is wrong with a file: its place and a sentence. */
async function refusal(text: string): Promise<string> {
  const error: unknown = await read(text).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw new Error(`not refused: ${String(error)}`);
  expect(error.place.file).toBe('file');
  expect(error.message).not.toContain('\n');
  return `${error.place.line ?? '-'}: ${error.message}`;
}

describe('a file that is no graph, or not a whole one, is refused', () => {
  const state = dotState(1, 'x = 0', true);
  it.each([
    ['nothing', '', /^-: The file is empty/],
    ['blanks', ' \n\n', /^-: The file is empty/],
    ['prose', 'Dear reader,\n', /^-: This is no graph or error trace/],
    ['the DOT of somebody else', 'digraph G { a -> b }\n', /^-: This is a graph, but not as TLC writes it/],
    ['DOT that is cut', specimen('ConL-tlc174.dot').slice(0, 500), /^\d+: /],
    [
      'a step without its state',
      dotFile([state, dotStep(1, 'A', 2)]),
      /^6: State 2 is named by a step but never/,
    ],
    ['the option strict', specimen('ConL-strict.dot'), /^-: .*"strict"/],
    ['a state as two', dotFile([state, dotState(2, 'x = 0')]), /^6: A state stands there twice, as two/],
    [
      'states of different variables',
      dotFile([state, dotState(2, 'y = 0')]),
      /^6: .*variables y; expected are x/,
    ],
    ['a dump that is cut', specimen('Val-tlc174.dump').slice(0, 200), /^\d+: The dump ends within state/],
    ['no S or T', '<<"X", <<1>>>>\n', /^1: Expected a state, <<"S"/],
    ['another JSON', '{"a": 1}', /^-: This JSON is neither/],
    ['JSON that is cut', specimen('BadL.json').slice(0, 300), /^-: This is not JSON, or it was cut/],
    [
      'ITF',
      '{"#meta":{"format":"ITF"},"vars":["x"],"states":[]}',
      /^-: This is a trace in the Informal Trace/,
    ],
    [
      'an error trace with null',
      specimen('BadA.json').replaceAll('"odd":true', '"odd":null'),
      /null is no value/,
    ],
  ])('%s', async (_, text, says) => {
    expect(await refusal(text)).toMatch(says);
  });
});

describe('a state graph that is wrong is refused at the line and field', async () => {
  const whole = ndjson(await readSpecimen('ConL-tlchead.dot'));
  const [header = '', first = '', second = ''] = whole.split('\n');
  const change = (from: string | RegExp, to: string): string => {
    const text = whole.replace(from, to);
    if (text === whole) throw new Error(`nothing is ${String(from)}`);
    return text;
  };

  it.each([
    [
      'another version',
      change('"graph":1', '"graph":2'),
      /^1: The header has "graph": 2, and only version 1/,
    ],
    ['a field too many', change('"graph":1', '"graph":1,"colour":1'), /^1: The header has a field "colour"/],
    [
      'no variables',
      change('"variables":["o","x"]', '"variables":"x"'),
      /^1: The header's "variables" must be/,
    ],
    ['a variable twice', change('["o","x"]', '["x","x"]'), /^1: The header's "variables" must be distinct/],
    ['a count that is none', change('"states":6', '"states":-6'), /^1: The header's "states" must be/],
    ['no count', change('"initial":1,"steps"', '"steps"'), /^1: The header's "initial" must be/],
    ['a wrong mark', change('"exact":true', '"exact":1'), /^1: The header's "exact" must be true or false/],
    ['model values that are no names', change('["p1","p2"]', '[1]'), /^1: The header's "modelValues"/],
    [
      'formals that are none',
      change('"graph":1', '"graph":1,"formals":{"A":[1]}'),
      /^1: The header's "formals"/,
    ],
    [
      'a behaviour of no state',
      change('"graph":1', '"graph":1,"behaviours":[{"states":[9]}]'),
      /"behaviours"/,
    ],
    [
      'a loop too far',
      change('"graph":1', '"graph":1,"behaviours":[{"states":[0],"loop":1}]'),
      /"behaviours"/,
    ],
    ['a state that is missing', change(`${first}\n`, ''), /^2: Expected state 0, found 1/],
    [
      'a state twice',
      change(`${second}\n`, second.replace(/"values".*/, `${first.slice(first.indexOf('"values"'))}\n`)),
      /^3: State 1 is the same as state 0/,
    ],
    [
      'a state without a variable',
      change('{"o":{"#set":[]},"x":0}', '{"x":0}'),
      /^2: State 0 lacks the variable "o"/,
    ],
    [
      'a variable too many',
      change('{"o":{"#set":[]},"x":0}', '{"o":[],"x":0,"y":1}'),
      /^2: "values" has a field "y"/,
    ],
    ['a value that is none', change('"x":0', '"x":0.5'), /^2: 0.5 is no exact integer/],
    [
      'a value too deep',
      change('"x":0', `"x":${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      /^2: A value is nested deeper/,
    ],
    [
      'sets too deep',
      change('"x":0', `"x":${'{"#set":['.repeat(9000)}${']}'.repeat(9000)}`),
      /^2: A value is nested/,
    ],
    ['a set that is none', change('"x":0', '"x":{"#set":1}'), /^2: #set must have an array/],
    [
      'a set with more',
      change('"x":0', '"x":{"#set":[],"y":1}'),
      /^2: An object with #set must have nothing else/,
    ],
    ['a mark that is not true', change('"initial":true', '"initial":1'), /^2: "initial" must be true/],
    ['a step from nowhere', change('{"from":0', '{"from":6'), /^8: "from" is 6, and there is no such state/],
    ['a step to nowhere', change(/"to":\d/, '"to":"0"'), /^8: "to" is "0", and there is no such state/],
    ['a step without an end', change(/,"to":\d/, ''), /^8: "to" is nothing/],
    ['an action that is none', change('"action":"Add"', '"action":1'), /^8: "action" must be a string/],
    ['parameters that are none', change('"params":["p1"]', '"params":"p1"'), /^8: "params" must be an array/],
    ['a line that is cut', whole.slice(0, -5), /^20: This line is not JSON, or it was cut/],
    [
      'lines that are cut off',
      whole.split('\n').slice(0, -3).join('\n'),
      /^-: There are 11 steps, and 13 in the header/,
    ],
    ['an array', `${header}\n[]\n`, /^2: A step must be an object/],
    [
      'too many initial states',
      change('"initial":1,', '"initial":2,'),
      /^-: There are 1 initial states, and 2/,
    ],
  ])('%s', async (_, text, says) => {
    expect(await refusal(text)).toMatch(says);
  });

  it.each([
    ['no states', '"states":[', '"stats":[', /A state graph has a field "stats"/],
    ['no list of steps', '"steps":[', '"steps":1,"x":[', /A state graph has a field "x"/],
    ['a header that is none', '{"header":{', '{"header":1,"x":{', /A state graph has a field "x"/],
    ['another version', '"graph":1', '"graph":"1"', /"graph": "1", and only version 1/],
  ])('in one piece: %s', async (_, from, to, says) => {
    const document = json(await readSpecimen('ConL-tlchead.dot'));
    expect(document).toContain(from);
    expect(await refusal(document.replace(from, to))).toMatch(says);
  });
});
