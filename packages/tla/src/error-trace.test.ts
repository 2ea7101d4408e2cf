import { describe, expect, test } from 'vitest';
import { failure, fixture } from '../test/fixture.js';
import {
  InputError,
  describe as inWords,
  type Json,
  mapping,
  modelValue,
  parseErrorTrace,
  parseValue,
  resembles,
  set,
} from './index.js';

describe('error traces', () => {
  test('a lasso, with arguments', () => {
    const trace = parseErrorTrace(fixture('BadL.json'));
    expect(trace.variables).toEqual(['x', 'o']);
    expect(trace.states.map((state) => state.values['x'])).toEqual([0, 0, 1, 0]);
    expect(trace.steps.map(({ from, action, to }) => [from, action, to])).toEqual([
      [1, 'Add', 2],
      [2, 'Inc', 3],
      [3, 'Reset', 4],
      [4, 'Inc', 3],
    ]);
    expect(trace.steps[0]).toMatchObject({
      arguments: { p: 'p2' },
      parameters: ['p'],
      module: 'Con',
      line: 8,
    });
    expect(trace.loop).toBe(3);
  });

  test('one that ends', () => {
    const trace = parseErrorTrace(fixture('BadP.json'));
    expect(trace).toMatchObject({ variables: ['x', 'o'], loop: undefined });
    expect(trace.states).toHaveLength(2);
  });

  test('one whose states are as ALIAS makes them', () => {
    const trace = parseErrorTrace(fixture('BadA.json'));
    expect(trace.variables).toEqual(['x', 'odd']);
    expect(trace.states[1]?.values).toEqual({ x: 1, odd: true });
  });

  test.each(['BadA', 'BadL', 'BadP'])('%s in the shape of earlier versions', (name) => {
    const json = JSON.parse(fixture(`${name}.json`)) as { counterexample: object; vars: unknown };
    const trace = parseErrorTrace(fixture(`${name}.json`));
    expect(parseErrorTrace(JSON.stringify({ ...json.counterexample, vars: json.vars }))).toEqual(trace);
    expect(parseErrorTrace(JSON.stringify(json.counterexample))).toMatchObject({
      states: trace.states,
      steps: trace.steps,
    });
  });

  test.each([
    ['', 'The file is empty.'],
    ['{"a":\n}', 'This is not JSON, or it was cut.'],
    ['{"a":1', 'This is not JSON, or it was cut.'],
  ])('%j is no JSON', async (text, message) => {
    expect(await failure(() => parseErrorTrace(text, 'x'))).toMatchObject({ message, place: { file: 'x' } });
  });

  test('a violation in the initial state', () => {
    expect(parseErrorTrace('{"action":[],"state":[[1,{"x":0}]]}')).toMatchObject({
      variables: ['x'],
      steps: [],
      loop: undefined,
    });
  });

  test.each([
    ['[]', 'x: Expected an object (at $).'],
    ['{}', 'x: Expected an array (at $.state).'],
    ['{"state":[],"action":[]}', 'x: The trace has no state (at $.state).'],
    ['{"state":[[2,{}]],"action":[]}', 'x: Expected state 1 (at $.state[0]).'],
    ['{"state":[[1,{}],[2,{}]],"action":[]}', 'x: 2 states have 0 steps between them (at $.action).'],
    [
      '{"state":[[1,{}]],"action":[[[1,{}],{"name":"A"},[2,{}]]]}',
      'x: There is no state 2 (at $.action[0]).',
    ],
    [
      '{"state":[[1,{}]],"action":[[[2,{}],{"name":"A"},[2,{}]]]}',
      'x: Expected a step from state 1 to the next, or back (at $.action[0]).',
    ],
    [
      '{"state":[[1,{}]],"action":[[[1,{}],{"name":1},[1,{}]]]}',
      'x: Expected a string (at $.action[0][1].name).',
    ],
    ['{"state":[[1,{}]],"action":[],"vars":["y"]}', 'x: State 1 lacks y (at $).'],
  ])('%j is refused', async (text, message) => {
    const error = await failure(() => parseErrorTrace(text, 'x'));
    expect(error).toBeInstanceOf(InputError);
    expect(inWords(error as InputError).startsWith(message), inWords(error as InputError)).toBe(true);
  });
});

describe('which values a trace may mean', () => {
  const table: readonly (readonly [value: string, json: Json, same: boolean])[] = [
    ['1', 1, true],
    ['1', 2, false],
    ['1', '1', false],
    ['TRUE', true, true],
    ['"a"', 'a', true],
    ['a', 'a', true],
    ['a', 'b', false],
    ['{}', [], true],
    ['<<>>', [], true],
    ['{a, b}', ['b', 'a'], true],
    ['{a, "a"}', ['a', 'a'], true],
    ['{a, b}', ['a', 'a'], false],
    ['<<a, b>>', ['b', 'a'], false],
    ['<<a, b>>', ['a', 'b'], true],
    ['(1 :> a @@ 2 :> b)', ['a', 'b'], true],
    ['{{1}, {1, 2}}', [[2, 1], [1]], true],
    ['{{a}, {"a"}, {b}}', [['a'], ['b'], ['a']], true],
    ['{{a}, {"a"}, {b}}', [['a'], ['b'], ['b']], false],
    ['[x |-> 1, y |-> {}]', { y: [], x: 1 }, true],
    ['[x |-> 1]', { x: 1, y: 2 }, false],
    ['[x |-> 1]', { y: 1 }, false],
    ['[x |-> 1]', [1], false],
    ['(a1 :> 1)', { a1: 1 }, true],
    ['(0 :> 1)', { 0: 1 }, true],
    ['(<<1, 2>> :> 1)', { '<<1, 2>>': 1 }, true],
    ['[x |-> 1]', null, false],
  ];
  test.each(table)('%s and %j: %s', (value, json, same) => {
    expect(resembles(parseValue(value), json)).toBe(same);
  });

  test('whatever a value is made of here', () => {
    expect(resembles(mapping([[1, set([modelValue('a')])]]), [['a']])).toBe(true);
    expect(resembles(9007199254740993n, 9007199254740992)).toBe(true);
  });
});
