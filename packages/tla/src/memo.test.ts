import { describe, expect, test } from 'vitest';
import { newMemo } from './memo.js';

const entry = { value: 1, key: '1' };

describe('a memo', () => {
  test('gives back what was put into it', () => {
    const memo = newMemo();
    memo.put('1', entry);
    expect(memo.get('1')).toBe(entry);
    expect(memo.get('2')).toBeUndefined();
  });

  test('forgets when it is full', () => {
    const memo = newMemo(1000);
    memo.put('first', entry);
    memo.put('x'.repeat(900), entry);
    expect(memo.get('first')).toBeUndefined();
    expect(memo.get('x'.repeat(900))).toBe(entry);
  });

  test('stops remembering when nothing is found in it', () => {
    const memo = newMemo();
    memo.put('kept', entry);
    for (let i = 0; i < 4095; i++) memo.get(`${i}`);
    expect(memo.get('kept')).toBe(entry);
    expect(memo.get('kept')).toBeUndefined();
    memo.put('kept', entry);
    expect(memo.get('kept')).toBeUndefined();
  });

  test('goes on when enough is', () => {
    const memo = newMemo();
    memo.put('kept', entry);
    for (let i = 0; i < 20_000; i++) memo.get(i % 10 === 0 ? 'kept' : `${i}`);
    expect(memo.get('kept')).toBe(entry);
  });
});
