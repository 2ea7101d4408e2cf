import { describe, expect, it } from 'vitest';
import { type Answers, answers } from './answers.js';

function proposed(): Answers {
  const told = answers();
  told.proposed('law', 'A');
  told.proposed('law', 'B');
  return told;
}

describe('what clients are told', () => {
  it('may be the same any number of times, and nothing before anything was chosen', () => {
    const told = proposed();
    expect(told.told('law', undefined, 'a1')).toBeUndefined();
    expect(told.told('law', 'A', 'a1')).toBeUndefined();
    expect(told.told('law', 'A', 'a2')).toBeUndefined();
    expect(told.count).toBe(3);
  });

  it('is not another value', () => {
    const told = proposed();
    told.told('law', 'A', 'a1');
    expect(told.told('law', 'B', 'a2')).toBe('law: a1 said that "A" is chosen, and later a2 said "B"');
  });

  it('is not lost', () => {
    const told = proposed();
    told.told('law', 'A', 'a1');
    expect(told.told('law', undefined, 'a2')).toBe(
      'law: a1 said that "A" is chosen, and later a2 knew of none',
    );
  });

  it('was proposed', () => {
    expect(proposed().told('law', 'C', 'a1')).toBe('law: a1 said "C", which nobody proposed');
  });
});
