import { explore, instantiate } from '@synod/spec';
import { expect, it } from 'vitest';
import { type Change, constants, counter } from '../../test/counter.js';
import { compareFound } from '../check.js';
import type { Divergence } from '../divergence.js';
import { compareSides } from './compare-sides.js';
import type { FoundInCode, FoundInText } from './found.js';
import { lookAtCode } from './look-at-code.js';
import { packCode, packFound, packText, unpackCode, unpackFound, unpackText } from './packed-sides.js';

const system = instantiate(counter(), constants);

function looked(change: Change): FoundInCode {
  const options = { expected: 5, startsAnywhere: false };
  return lookAtCode(instantiate(counter(change), constants), options);
}

/** As the compiled text would give it. */
function inText(change: Change): FoundInText {
  const { graph, operators, expanded } = looked(change);
  return { graph, operators, expanded, broken: [] };
}

function compared({
  tlc = {},
  text = {},
  code = {},
}: {
  tlc?: Change;
  text?: Change;
  code?: Change;
} = {}): readonly Divergence[] {
  return compareFound(system, looked(tlc), looked(code), inText(text)).divergences;
}

const one: Change = { add: (n, by, max) => (n + by < max ? [n + by] : []) };

it('three that are the same conform', () => {
  const verdict = compareFound(system, looked({}), looked({}), inText({}));
  expect(verdict).toMatchObject({ conforms: true, sides: ['expected', 'compiled', 'actual'] });
});

it.each<[string, Parameters<typeof compared>[0], object]>([
  [
    'the code',
    { code: one },
    { onlyIn: 'expected', sides: { has: ['expected', 'compiled'], lacks: ['actual'] } },
  ],
  [
    'the text',
    { text: one },
    { onlyIn: 'expected', sides: { has: ['expected', 'actual'], lacks: ['compiled'] } },
  ],
  [
    'the export',
    { tlc: one },
    { onlyIn: 'actual', sides: { has: ['compiled', 'actual'], lacks: ['expected'] } },
  ],
])('of steps it is said that %s stands alone', (_, changes, sides) => {
  expect(compared(changes)[0]).toMatchObject({ type: 'step', label: { key: 'Add(2)' }, ...sides });
});

it('of the steps of an action that the same sides lack the first is told, and how many there are', () => {
  // Both steps to the largest number are missing: the one that adds 1 and the one that adds 2.
  expect(compared({ code: one }).filter(({ type }) => type === 'step')).toMatchObject([{ count: 2 }]);
});

it('a step of the compiled text alone is told with where all three lead', () => {
  const further: Change = { add: (n, by, max) => (n + by <= max ? [n + by] : n === max ? [0] : []) };
  const [first] = compared({ text: further });
  expect(first).toMatchObject({
    onlyIn: 'compiled',
    sides: { has: ['compiled'], lacks: ['expected', 'actual'] },
    expectedTargets: [],
    compiledTargets: [{ n: 0 }],
    actualTargets: [],
  });
});

it('initial states are told by who has them', () => {
  expect(compared({ text: { start: [0, 1] } })[0]).toMatchObject({
    type: 'initial',
    onlyIn: 'compiled',
    sides: { has: ['compiled'], lacks: ['expected', 'actual'] },
  });
});

it('a state that the export lacks is the same for the others', () => {
  const more: Change = { start: [0, 7] };
  const found = compared({ text: more, code: more });
  expect(found.filter(({ type }) => type === 'initial')).toMatchObject([
    { type: 'initial', sides: { has: ['compiled', 'actual'], lacks: ['expected'] }, state: { n: 7 } },
  ]);
});

it('of an operator each way of differing is told, with the three values', () => {
  const odd: Change = { even: (n) => n % 2 === 1 };
  const none: Change = { even: () => 'none' };
  const values = (changes: Parameters<typeof compared>[0]): readonly object[] =>
    compared(changes).filter(({ type }) => type === 'operator');
  expect(values({ code: odd })).toMatchObject([
    { expected: 'TRUE', compiled: 'TRUE', actual: 'FALSE', count: 5 },
  ]);
  expect(values({ text: odd })).toMatchObject([
    { expected: 'TRUE', compiled: 'FALSE', actual: 'TRUE', count: 5 },
  ]);
  expect(values({ text: odd, code: odd })).toMatchObject([
    { expected: 'TRUE', compiled: 'FALSE', actual: 'FALSE', count: 5 },
  ]);
  expect(values({ text: odd, code: none })).toMatchObject([
    { expected: 'TRUE', compiled: 'FALSE', actual: '"none"', count: 5 },
  ]);
});

it('where an operator differs in one way in some states and in another way in others, both are told', () => {
  const oddUpTo = (last: number): Change => ({ even: (n) => (n % 2 === 0) !== n <= last });
  const found = compared({ code: oddUpTo(1), text: oddUpTo(3) });
  expect(found.filter(({ type }) => type === 'operator')).toMatchObject([
    { expected: 'TRUE', compiled: 'FALSE', actual: 'FALSE', count: 2 },
    { expected: 'TRUE', compiled: 'FALSE', actual: 'TRUE', count: 2 },
  ]);
});

it('a side that ended early is not asked for the steps of states that it did not come to', () => {
  const { graph } = looked({});
  const cut = explore(system, { limit: 2 });
  expect(cut.expanded).toBeLessThan(cut.graph.size);
  const { divergences } = compareSides(graph, [
    { side: 'actual', ...cut },
    { side: 'compiled', graph },
  ]);
  expect(divergences).toEqual([]);
});

it('what was sent from a thread says the same', () => {
  const changes: readonly Change[] = [{}, one, { small: (n) => n < 2 }, { start: [1] }];
  for (const change of changes) {
    const [code, text] = [looked(change), inText(change)];
    const sent = compareFound(
      system,
      unpackFound(structuredClone(packFound(looked({})))),
      unpackCode(structuredClone(packCode(code))),
      unpackText(structuredClone(packText(text))),
    );
    expect(sent).toEqual(compareFound(system, looked({}), code, text));
  }
});
