import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corpus, figuresOf, figuresOfTlc, writtenFigures } from './corpus.js';
import { isLeft, tiers } from './engines.js';
import type { Figures } from './figures.js';
import { theTlc } from './tlc/tlc.js';

// Specifications of many kinds, as people write them: a protocol, a puzzle, PlusCal, bags, instances, and some that are wrong.
// `SYNOD_CORPUS=write` writes down what TLC finds, in test/corpus/figures.json.
const tlc = await theTlc();
const isWriting = process.env['SYNOD_CORPUS'] === 'write';

// Each is a run of its own: some of them, and all where much is compared.
const live =
  isWriting || process.env['SYNOD_DIFFERENTIAL'] !== undefined ? corpus : ['Lock', 'Names', 'Unassigned'];

describe.skipIf(tlc === undefined)('TLC', () => {
  it.each(live)('finds in %s what is written down', async (name) => {
    const found = await figuresOfTlc(tlc as NonNullable<typeof tlc>, name);
    if (isWriting) write(name, found);
    expect(found).toEqual(writtenFigures()[name]);
  });
});

function write(name: string, found: Figures): void {
  const figures = { ...writtenFigures(), [name]: found };
  const sorted = Object.fromEntries(
    corpus.flatMap((one) => (figures[one] === undefined ? [] : [[one, figures[one]]])),
  );
  writeFileSync(
    new URL('../corpus/figures.json', import.meta.url),
    `${JSON.stringify(sorted, undefined, 2)}\n`,
  );
}

describe.each(tiers)('$name', (tier) => {
  it.each(corpus)('finds in %s what TLC finds', async (name) => {
    try {
      expect(await figuresOf(tier, name)).toEqual(writtenFigures()[name]);
    } catch (error) {
      if (!isLeft(error)) throw error;
      leftToTheFirst.push(name);
    }
  });
});

const leftToTheFirst: string[] = [];

it('the second tier takes most of them', () => {
  expect(leftToTheFirst.length, leftToTheFirst.join(', ')).toBeLessThan(corpus.length / 2);
});
