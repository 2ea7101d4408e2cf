import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../catalogue.js';
import { damagedTree } from '../tree.js';
import { evaluate } from './evaluate.js';
import { witnesses } from './index.js';

const root = join(import.meta.dirname, '../../../..');
const ids = new Set((await catalogue()).map(({ id }) => id));

describe('the witnesses', () => {
  it('name each mutant once, and no mutant that there is not', () => {
    const named = witnesses.flatMap(({ mutants }) => mutants);
    expect(new Set(named).size).toBe(named.length);
    const beneath = witnesses.flatMap((witness) => (witness.beneath === undefined ? [] : [witness.beneath]));
    expect([...named, ...beneath].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('each have mutants, and a test of their title, unless nothing but more damage shows them', () => {
    const wrong = witnesses.filter(({ mutants, test, beneath }) => {
      if (mutants.length === 0 || (test === undefined) === (beneath === undefined)) return true;
      return test !== undefined && !readFileSync(join(root, test.file), 'utf8').includes(`'${test.title}'`);
    });
    expect(wrong.map(({ call, test }) => test?.title ?? call)).toEqual([]);
  });
});

describe('evaluating a witness', () => {
  const constants = { Value: '{v1, v2}' };
  const common = { module: 'Consensus', why: '', constants, mutants: [] } as const;
  const undamaged = { url: (name: string) => import.meta.resolve(`@synod/${name}`) };

  it.each([
    ['an operator', { call: 'Inv', state: { chosen: '{v1, v2}' } }, 'FALSE'],
    ['the states after an action', { call: 'Next', state: { chosen: '{}' } }, '{<<{v1}>>, <<{v2}>>}'],
    ['constants', { call: 'constants' }, 'accepted'],
    [
      'constants that are refused',
      { call: 'constants', constants: { Value: 'v1' } },
      'refused: the constant Value of Consensus must be a set, each element of it a model value, a string or an integer, not v1',
    ],
    [
      'what cannot be evaluated',
      { call: 'Choose', state: { chosen: '{}' } },
      'an error: Consensus has no action Choose',
    ],
  ])('%s', async (_, witness, expected) => {
    expect(await evaluate({ ...common, ...witness }, undamaged)).toBe(expected);
  });

  it('has arguments in their order', async () => {
    const tree = await damagedTree([]);
    const witness = witnesses.find(({ call }) => call === 'Phase2a(2, v2)');
    if (witness === undefined) throw new Error('there is no such witness');
    expect(await evaluate(witness, tree)).toContain('[bal |-> 2, type |-> "2a", val |-> v2]');
    await tree.remove();
  });
});
