import { describe, expect, test } from 'vitest';
import { failure, fixture, pieces } from '../test/fixture.js';
import {
  InputError,
  describe as inWords,
  key,
  readDot,
  readTransitions,
  stateReader,
  type ValueEntry,
} from './index.js';

const keys = (entries: readonly ValueEntry[]): string => entries.map((entry) => entry.key).join(' & ');

describe('states and steps that a wrapper printed', () => {
  test('states come with operators, steps with all actions that explain them', async () => {
    const states: string[] = [];
    const steps: string[] = [];
    const counts = await readTransitions(pieces('ConST-tlc173.out', 10), {
      state: (state, operators) => states.push(`${keys(state)} : ${keys(operators)}`),
      step: (from, actions, to) =>
        steps.push(
          `${keys(from)} -${actions.map((a) => `${a.name}(${a.parameters.map(key).join()})`).join(' ')}-> ${keys(to)}`,
        ),
    });
    expect(counts).toEqual({ states: 6, steps: 13 });
    expect(states.slice(0, 3)).toEqual(['0 & {} : TRUE & 0', '1 & {} : TRUE & 0', '0 & {p1} : FALSE & 1']);
    expect(steps[1]).toBe('0 & {} -Add(p1)-> 0 & {p1}');
    expect(steps[3]).toBe('0 & {} -Reset()-> 0 & {}');
  });

  test('they are the graph that the same model has as DOT', async () => {
    const printed: string[] = [];
    await readTransitions([fixture('ConST-tlc173.out')], {
      step: (from, actions, to) =>
        printed.push(`${keys(from)} -${actions.map((a) => a.name).join()}-> ${keys(to)}`),
    });
    const read = stateReader(['x', 'o']);
    const states = new Map<string, string>();
    const edges: string[][] = [];
    await readDot([fixture('ConL-tlc174.dot')], {
      node: (id, text) => states.set(id, keys(read.entries(text))),
      edge: (from, to, label, kind) => kind === 'step' && edges.push([from, `${label}`, to]),
    });
    const drawn = edges.map(
      ([from = '', label, to = '']) => `${states.get(from)} -${label}-> ${states.get(to)}`,
    );
    expect(printed.toSorted()).toEqual(drawn.toSorted());
  });

  test('several actions may explain one step', async () => {
    const explained: unknown[] = [];
    await readTransitions(['<<"T", <<1>>, {<<"B", <<2, a>>>>, <<"A", <<>>>>}, <<1>>>>'], {
      step: (_, actions) =>
        explained.push(actions.map(({ name, parameters }) => [name, parameters.map(key)])),
    });
    expect(explained).toEqual([
      [
        ['A', []],
        ['B', ['2', 'a']],
      ],
    ]);
  });

  test.each([
    ['1', 'x:1:1: Expected "<<", found 1.'],
    ['<<"X", <<1>>>>', 'x:1: Expected a state, <<"S", …>>, or a step, <<"T", …>>.'],
    ['<<"S", <<1>>>>\n<<"S", <<1, 2>>>>', 'x:2: Expected 1 variables, found 2.'],
    ['<<"S", <<1>>, 2>>\n<<"S", <<1>>>>', 'x:2: Expected 1 operators, found 0.'],
    ['<<"S", <<1>>>>\n<<"T", <<1>>, {}, <<1, 2>>>>', 'x:2: Expected 1 variables, found 2.'],
    ['<<"S", 1>>', 'x:1:1: Expected "<<", found 1.'],
    ['<<"T", <<1>>, {}>>', 'x:1: Expected a state, <<"S", …>>, or a step, <<"T", …>>.'],
    ['<<"T", <<1>>, {}, <<1>>, 2>>', 'x:1: A step has more than two states and the actions.'],
    ['<<"T", <<1>>, <<>>, <<1>>>>', 'x:1: Expected a set of actions.'],
    ['<<"T", <<1>>, {"A"}, <<1>>>>', 'x:1: Expected an action and its arguments, <<"Name", <<…>>>>.'],
    ['<<"T", <<1>>, {<<"A", 1>>}, <<1>>>>', 'x:1: Expected an action and its arguments, <<"Name", <<…>>>>.'],
    ['<<"S", <<1>>, {1}', 'x:1:18: Expected "," or ">>", found the end.'],
  ])('%j is refused', async (text, message) => {
    const error = await failure(() =>
      readTransitions([text], { state: () => undefined, step: () => undefined }, { file: 'x' }),
    );
    expect(inWords(error as InputError)).toBe(message);
  });
});
