import { clusterOf, traceHeader } from '@synod/roles';
import { describe, expect, it } from 'vitest';
import { mergeTraces } from './merge-traces.js';

const header = traceHeader(clusterOf(['a1', 'a2', 'a3']));
const line = (process: string, clock: object, more: object): string =>
  JSON.stringify({ process, seq: 0, clock, ...more });

describe('mergeTraces', () => {
  it('puts first what came before, leaves out a torn line, and names the values', () => {
    const one = line('a1', { a1: 1, a2: 1 }, { action: 'Phase2b', state: { maxVal: { a1: 'A' } } });
    const other = line('a2', { a2: 1 }, { action: 'Phase2a', params: { b: 0, v: 'A' } });
    const none = line('a3', { a3: 9 }, { action: 'Phase1b', state: { maxVal: { a3: 'None' } } });
    const merged = mergeTraces(header, [`{}\n${one}\n`, `{}\n${other}\n{"torn`, `{}\n${none}\n`]);
    const [first = '', ...events] = (merged ?? '').trimEnd().split('\n');
    expect(JSON.parse(first)).toMatchObject({ order: 'clock', constants: { Value: ['A'], None: 'None' } });
    expect(events).toEqual([other, one, none]);
  });

  it('gives nothing where nobody wrote anything', () => {
    expect(mergeTraces(header, ['', '{}\n'])).toBeUndefined();
  });
});
