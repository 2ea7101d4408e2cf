import { interval, modelValue, set } from '@synod/tla';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { Paxos, type PaxosVocabulary } from '../../paxos/dist/index.js';
import { Voting } from '../../voting/dist/index.js';
import type { StepCall } from '../src/drive/adapter.js';
import type { Model } from '../src/model/model.js';
import { modelOf } from '../src/model/model-of.js';
import type { ActionName, Observed, Vocabulary } from '../src/model/vocabulary.js';
import { counter, constants as some } from './counter.js';

const a1 = modelValue('a1');
const constants = {
  Value: set([modelValue('v1')]),
  Acceptor: set([a1]),
  Quorum: set([set([a1])]),
  Ballot: interval(0, 1),
};

type VocabularyOf<M> = M extends Model<infer V> ? V : never;

/** What is checked here is checked by the compiler: see "has tests that the compiler accepts". */
describe('the types of a model', () => {
  const paxos = modelOf(Paxos, { ...constants, None: modelValue('None') });

  it('know the actions of a bundled specification', () => {
    expectTypeOf<VocabularyOf<typeof paxos>>().toEqualTypeOf<PaxosVocabulary>();
    expectTypeOf<ActionName<PaxosVocabulary>>().toEqualTypeOf<
      'Phase1a' | 'Phase1b' | 'Phase2a' | 'Phase2b'
    >();
    // @ts-expect-error there is no such action
    const action: ActionName<PaxosVocabulary> = 'Phase3';
    expect([...paxos.space.actions.keys()]).not.toContain(action);
  });

  it('know their parameters', () => {
    const right: StepCall<PaxosVocabulary> = ['Phase2a', { b: 0, v: 'v1' }, undefined];
    // @ts-expect-error Phase1a has a ballot, and no acceptor
    const wrong: StepCall<PaxosVocabulary> = ['Phase1a', { a: 'a1' }, undefined];
    // @ts-expect-error a ballot is a number
    const text: StepCall<PaxosVocabulary> = ['Phase1a', { b: '0' }, undefined];
    expect([right, wrong, text].map(([name]) => name)).toEqual(['Phase2a', 'Phase1a', 'Phase1a']);
    expect(paxos.space.actions.get('Phase2a')?.formals).toEqual(Object.keys(right[1]));
  });

  it('know the variables', () => {
    const seen: Observed<PaxosVocabulary> = { maxBal: { a1: 0 } };
    // @ts-expect-error Paxos has no such variable
    const unseen: Observed<PaxosVocabulary> = { votes: {} };
    expect(paxos.space.variables).toEqual(expect.arrayContaining(Object.keys(seen)));
    expect(paxos.space.variables).not.toEqual(expect.arrayContaining(Object.keys(unseen)));
  });

  it('do not get in the way: any model is one, and so is that of a specification without types', () => {
    const models: readonly Model<Vocabulary>[] = [
      paxos,
      modelOf(Voting, constants),
      modelOf(counter(), some),
    ];
    expect(models.map(({ spec }) => spec)).toEqual(['Paxos', 'Voting', 'Counter']);
    expectTypeOf(paxos).toExtend<Model>();
  });
});
