import { describe, expect, it } from 'vitest';
import { percentText, readPercent } from '../../src/coverage/percent.js';

describe('a percentage', () => {
  it.each(['', '-1', '101', '100.1', 'x', '95%', '1e2', '9.', '.5', ' 5', '0x10', '1000', '5.1234567890'])(
    'is not %j',
    (text) => {
      expect(readPercent(text)).toBeUndefined();
    },
  );

  it.each([
    ['0', 0],
    ['100', 100],
    ['100.0', 100],
    ['61.2', 61.2],
  ])('is %j', (text, percent) => {
    expect(readPercent(text)).toBe(percent);
  });

  it('is shown rounded down, so that only all is 100.0', () => {
    expect(percentText({ taken: 9999, total: 10_000 })).toBe('99.9');
    expect(percentText({ taken: 3, total: 3 })).toBe('100.0');
    expect(percentText({ taken: 1, total: 3 })).toBe('33.3');
    expect(percentText({ taken: 29, total: 100 })).toBe('29.0');
    expect(percentText({ taken: 0, total: 0 })).toBe('–');
  });
});
