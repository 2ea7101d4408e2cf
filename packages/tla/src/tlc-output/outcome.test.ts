import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isComplete, outcomeReader, type TlcOutcome } from './outcome.js';

function read(text: string, onProgress?: (text: string) => void): TlcOutcome {
  const reader = outcomeReader(onProgress);
  for (const line of text.split('\n')) reader.line(line);
  reader.end();
  return reader.outcome();
}

function output(name: string): string {
  return readFileSync(new URL(`../../test/outputs/${name}`, import.meta.url), 'utf8');
}

const initial = { generated: 1, distinct: 1 };
const release = { line: 'TLC2 Version 2.18 of 20 March 2023', kind: 'release', number: '2.18' };
const nothing = {
  version: release,
  initial: undefined,
  counts: undefined,
  depth: undefined,
  success: false,
  trace: [],
};

describe.each(['txt', 'tool'])('the outcome of TLC, from a .%s output,', (form) => {
  it('of a run without error', () => {
    expect(read(output(`Dup.${form}`))).toEqual({
      version: release,
      initial: { generated: 3, distinct: 2 },
      counts: { generated: 6, distinct: 4, left: 0 },
      depth: 3,
      success: true,
      errors: [],
      trace: [],
    });
  });

  it.each([
    ['Inv', 'Invariant Inv is violated.', 3, 3, 3],
    ['Dead', 'Deadlock reached.', 4, 4, 4],
    ['Act', 'Action property Act is violated.', 2, 2, 2],
  ])('of a run with a trace: %s', (name, error, generated, depth, states) => {
    const outcome = read(output(`${name}.${form}`));
    const counts = { generated, distinct: generated, left: 0 };
    expect(outcome).toMatchObject({ initial, counts, depth, success: false, errors: [error] });
    expect(outcome.trace).toHaveLength(states);
    expect(outcome.trace[0]).toBe('1: <Initial predicate>\nx = 0');
    expect(outcome.trace[1]).toMatch(/^2: <Next line .*>\nx = 1$/);
  });

  it.each([
    ['Live', '5: Stuttering', 5],
    ['Lasso', '1: Back to state: <Next line 5, col 9 to line 5, col 24 of module Lasso>', 4],
  ])('of a temporal property: %s', (name, last, length) => {
    const outcome = read(output(`${name}.${form}`));
    expect(outcome.errors).toEqual(['Temporal properties were violated.']);
    expect(outcome.trace).toHaveLength(length);
    expect(outcome.trace.at(-1)).toBe(last);
  });

  it('of an expression that has no value', () => {
    const outcome = read(output(`Eval.${form}`));
    expect(outcome.counts).toEqual({ generated: 1, distinct: 1, left: 1 });
    expect(outcome.errors).toHaveLength(2);
    expect(outcome.errors[0]).toBe('The second argument of < should be an integer, but instead it is:\n"a"');
    expect(outcome.errors[1]).toMatch(/^The error occurred when TLC was evaluating the nested\nexpressions/);
    expect(outcome.errors[1]).toMatch(/in Eval$/);
  });

  it('of a failed Assert, a message within a message', () => {
    expect(read(output(`Asrt.${form}`)).errors).toEqual([
      'Evaluating invariant A failed.\nThe first argument of Assert evaluated to FALSE; the second argument was:\n"it is two"',
    ]);
  });

  it.each([
    ['Assume', 'Assumption line 14, col 8 to line 14, col 12 of module Assume is false.'],
    ['Undef', 'The invariant Nope specified in the configuration file\nis not defined in the specification.'],
  ])('of a run that did not get far: %s', (name, error) => {
    expect(read(output(`${name}.${form}`))).toEqual({ ...nothing, errors: [error] });
  });

  it.each([
    [
      'BadCfg',
      ': TLC found an error in the configuration file at line 2\nIt was expecting a keyword, but did not find it.',
    ],
    ['NoCfg', 'configuration file NoCfg.cfg:\nFile not found.'],
  ])('of an exception: %s', (name, error) => {
    const { errors } = read(output(`${name}.${form}`));
    expect(errors).toEqual([expect.stringMatching(/^TLC threw an unexpected exception\.\n/)]);
    expect(errors[0]?.endsWith(error)).toBe(true);
  });

  it.each([
    ['Parse', '***Parse Error***\nWas expecting', 'Could not parse module Parse from file Parse.tla'],
    ['Sem', 'Semantic errors:\n*** Errors: 1\nline 14', "Unknown operator: `undefinedName'."],
    [
      'Ext',
      'Fatal errors while parsing',
      'Cannot find source file for module Nowhere imported in module Ext.',
    ],
  ])('of a module that does not parse: %s', (name, start, end) => {
    const { errors } = read(output(`${name}.${form}`));
    expect(errors).toHaveLength(2);
    expect(errors[0]?.startsWith(start)).toBe(true);
    expect(errors[0]?.endsWith(end)).toBe(true);
    expect(errors[1]).toBe('Parsing or semantic analysis failed.');
  });
});

describe('outcomeReader', () => {
  it.each([
    ['TLC2 Version 2.18 of 20 March 2023', 'release', '2.18'],
    ['TLC2 Version 2.20 of Day Month 20?? (rev: 1234567)', 'nightly', '2.20'],
    ['TLC2 Version 2026.02.17.123456 (rev: 1234567)', 'head', '2026.02.17.123456'],
  ])('knows %s', (line, kind, number) => {
    expect(read(line).version).toEqual({ line, kind, number });
  });

  it('hears of progress', () => {
    const heard: string[] = [];
    read(output('Dup.tool'), (text) => heard.push(text));
    expect(heard).toEqual([expect.stringMatching(/^Progress\(3\) at /)]);
  });

  it('takes a message that nothing closes for none', () => {
    expect(
      read('@!@!@STARTMSG 2193:0 @!@!@\nModel checking completed. No error has been found.').success,
    ).toBe(false);
  });

  it('takes any lines in any order', () => {
    const lines = ['Inv.txt', 'Eval.tool', 'Parse.tool', 'Asrt.tool'].flatMap((name) =>
      output(name).split('\n'),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines)), (some) => {
        expect(read(some.join('\n'))).toHaveProperty('errors');
      }),
    );
  });
});

describe('isComplete', () => {
  const good = read(output('Dup.tool'));
  it.each([
    ['a good run', good, 0, true],
    ['another exit code', good, 143, false],
    ['states left', { ...good, counts: { generated: 6, distinct: 4, left: 1 } }, 0, false],
    ['no figures', { ...good, counts: undefined }, 0, false],
    ['no success', { ...good, success: false }, 0, false],
    ['an error', { ...good, errors: ['Deadlock reached.'] }, 0, false],
  ])('%s', (_, outcome, exitCode, expected) => {
    expect(isComplete(outcome, exitCode)).toBe(expected);
  });
});
