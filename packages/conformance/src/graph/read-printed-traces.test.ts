import { describe, expect, it } from 'vitest';
import { ndjson } from '../../test/graph-files.js';
import { readPrintedTraces } from './read-printed-traces.js';

const at = 'line 8, col 11 to line 8, col 62 of module Con';
const start = '1: <Initial predicate>\n/\\ x = 0\n/\\ o = {}';
const added = `2: <Add(p1) ${at}>\n/\\ o = {p1}\n/\\ x = 0`;
const lines = (printed: readonly string[]): string[] =>
  ndjson(readPrintedTraces(printed, {})).trimEnd().split('\n');

describe('error traces as TLC prints them', () => {
  it('have actions, parameters and values', () => {
    expect(lines([start, added])).toEqual([
      '{"graph":1,"variables":["o","x"],"states":2,"initial":1,"steps":1,"parameters":true,"exact":true,"complete":false,"modelValues":["p1"],"behaviours":[{"states":[0,1]}]}',
      '{"state":0,"initial":true,"values":{"o":{"#set":[]},"x":0}}',
      '{"state":1,"values":{"o":{"#set":["p1"]},"x":0}}',
      '{"from":0,"action":"Add","params":["p1"],"to":1}',
    ]);
  });

  it('name no action where TLC does not', () => {
    expect(lines([start, `2: <${at}>\n/\\ o = {}\n/\\ x = 1`]).at(-1)).toBe('{"from":0,"to":1}');
    expect(lines([start, '2: <Action>\n/\\ o = {}\n/\\ x = 1']).at(-1)).toBe(
      '{"from":0,"action":"Action","to":1}',
    );
  });

  it.each([
    [[start, added, `1: Back to state: <Reset ${at}>`], [0, 1], 0, '{"from":1,"action":"Reset","to":0}'],
    [[start, added, '1: Back to state'], [0, 1], 0, '{"from":1,"to":0}'],
    [[start, added, '3: Stuttering'], [0, 1], 1, '{"from":0,"action":"Add","params":["p1"],"to":1}'],
  ])('may be lassos: %j', (printed, states, loop, last) => {
    const [header = '', ...rest] = lines(printed);
    expect(JSON.parse(header)).toMatchObject({ behaviours: [{ states, loop }] });
    expect(rest.at(-1)).toBe(last);
  });

  it('may be several, if TLC went on after an error', () => {
    const other = '1: <Initial predicate>\n/\\ x = 1\n/\\ o = {}';
    const [header = ''] = lines([start, added, start, added, other]);
    expect(JSON.parse(header)).toMatchObject({
      states: 3,
      initial: 2,
      steps: 1,
      behaviours: [{ states: [0, 2] }, { states: [0, 2] }, { states: [1] }],
    });
  });

  it.each([
    [[], /no error trace/],
    [[added], /state 2 follows state 0/],
    [[start, added.replace('2:', '3:')], /state 3 follows state 1/],
    [[start, '2: Back to state: <A>'], /goes back to state 2/],
    [['1: Stuttering'], /states are missing/],
    [[start, 'State 2\nx = 1'], /"State 2" begins no state/],
    [[start, `2: <Inc ${at}>\n/\\ x = 1`], /variables x; expected are o, x/],
  ])('are refused if they are not whole: %j', (printed, says) => {
    expect(() => readPrintedTraces(printed, { variables: ['o', 'x'], file: 'f' })).toThrow(says);
  });
});
