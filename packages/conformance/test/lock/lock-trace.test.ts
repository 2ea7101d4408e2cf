import '@synod/conformance/vitest';
import { expect, it } from 'vitest';
import { model } from './lock-adapter.js';

const quiet = [
  { action: 'Ask', params: { c: 'alice' } },
  { action: 'Grant', params: { c: 'alice' }, state: { owner: { '#set': ['alice'] } } },
];
const busy = [
  ...quiet,
  { action: 'Ask', params: { c: 'bob' } },
  { action: 'GiveUp', params: { c: 'bob' } },
  { action: 'Release', params: { c: 'alice' } },
];

it('what was logged is allowed', () => expect(busy).toConformTo(model));

it('the suite takes every action', () => expect([quiet, busy]).toCover(model, { actions: 100 }));
