import { InputError, set } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { floors, Lift } from '../test/lift.js';
import { instantiate } from './instantiate.js';

const lift = instantiate(Lift, floors(3));
const closed = { floor: 1, open: false };

describe('a specification with its constants', () => {
  it('has the names of the specification', () => {
    expect([lift.name, lift.variables, lift.invariants]).toEqual(['Lift', ['floor', 'open'], ['Open']]);
  });

  it('gives formals the elements of their constants', () => {
    expect(lift.actions).toEqual([
      { name: 'Go', formals: [{ name: 'f', constant: 'Floor', domain: [0, 1, 2] }] },
      { name: 'Door', formals: [] },
    ]);
    const reaches = lift.operators.find(({ name }) => name === 'Reaches');
    expect(reaches?.formals.map(({ name, domain }) => [name, domain])).toEqual([
      ['f', [0, 1, 2]],
      ['b', ['up']],
    ]);
  });

  it('runs Init, Next, operators and single actions with the constants', () => {
    expect([...lift.init()]).toEqual([{ floor: 0, open: true }]);
    expect(Array.from(lift.next(closed), ({ action, parameters }) => [action, parameters])).toEqual([
      ['Go', [0]],
      ['Go', [2]],
      ['Door', []],
    ]);
    expect([...lift.perform(closed, 'Go', [2])]).toEqual([{ floor: 2, open: false }]);
    expect([...lift.perform(closed, 'Go', [1])]).toEqual([]);
    const values = lift.operators.map((operator) => operator.value(closed, [2, 'up']));
    expect(values).toEqual([false, true]);
  });

  it('decodes a state in the order of the variables', () => {
    expect(lift.decode({ open: true, floor: 2 })).toEqual([2, true]);
  });

  it('lists its type-correct states, if the specification does', () => {
    expect([...(lift.typeCorrect?.() ?? [])]).toHaveLength(6);
    expect(lift.refinements[0]?.above.typeCorrect).toBeUndefined();
  });

  it('is refined with the constants and the mapping of its specification', () => {
    const place = lift.refinements.at(0);
    expect(place?.name).toBe('P');
    expect(place?.map(closed)).toEqual({ at: 1 });
    expect([...(place?.above.init() ?? [])]).toEqual([{ at: 0 }, { at: 1 }, { at: 2 }]);
    expect(place?.above.actions.at(0)?.formals.at(0)?.domain).toEqual([0, 1, 2]);
  });

  it('keeps two models of one specification apart', () => {
    const small = instantiate(Lift, floors(2));
    expect([...small.perform(closed, 'Go', [2])]).toEqual([]);
    expect([...lift.perform(closed, 'Go', [2])]).toHaveLength(1);
  });

  it('refuses an action it has not', () => {
    expect(() => lift.perform(closed, 'Fly', [])).toThrow(
      expect.objectContaining({ code: 'unknown-action', message: 'Lift has no action Fly' }),
    );
  });

  it('refuses a formal whose domain is no constant set', () => {
    const odd = { ...Lift, actions: { Go: { formals: { f: 'Flor' }, next: () => [] } } };
    expect(() => instantiate(odd, floors(2))).toThrow(InputError);
    expect(() => instantiate(odd, { ...floors(2), Flor: 3 })).toThrow('Lift has no constant set Flor for f');
    expect(() => instantiate(odd, { ...floors(2), Flor: set([3]) })).not.toThrow();
  });
});
