import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InputError } from '../../index.js';
import { outcomeReader } from '../../tlc-output/outcome.js';
import { parseManifest } from './manifest-read.js';

const lines = [
  '@!@!@STARTMSG 2262:0 @!@!@',
  '@!@!@STARTMSG 2217:4 @!@!@',
  '@!@!@STARTMSG 2110:1 @!@!@',
  '@!@!@ENDMSG 2217 @!@!@',
  '@!@!@ENDMSG 2262 @!@!@',
  'TLC2 Version 2.18 of 20 March 2023',
  'Error: Invariant Inv is violated.',
  'State 1: <Initial predicate>',
  '1: <Initial predicate>',
  '/\\ x = 1',
  'Back to state 2: <Next line 1, col 1 to line 2, col 2 of module M>',
  '25 states generated, 12 distinct states found, 0 states left on queue.',
  'The depth of the complete state graph search is 9.',
  'Model checking completed. No error has been found.',
  '',
];

it("any lines have an outcome: TLC's output, damaged, ends in no exception", () => {
  const line = fc.oneof(fc.constantFrom(...lines), fc.string(), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (output) => {
      const reader = outcomeReader();
      for (const each of output) reader.line(each);
      reader.end();
      const { errors, trace } = reader.outcome();
      expect([...errors, ...trace].every((text) => typeof text === 'string')).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('a damaged manifest is read, or refused with an InputError', () => {
  const file = new URL('../../../../../traces/tlc/MCPaxosOne/manifest.json', import.meta.url);
  const text = readFileSync(file, 'utf8');
  const ended = { read: 0, refused: 0 };
  const place = fc.nat(text.length);
  fc.assert(
    fc.property(
      place,
      fc.nat(8),
      fc.constantFrom('', '"', '{', '0', 'null', '[]', ' '),
      (at, length, put) => {
        const damaged = text.slice(0, at) + put + text.slice(at + length);
        try {
          expect(parseManifest(damaged, 'manifest.json').format).toBe(1);
          ended.read++;
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          ended.refused++;
        }
      },
    ),
    { numRuns: 3000 },
  );
  expect(Math.min(ended.read, ended.refused)).toBeGreaterThan(100);
});
