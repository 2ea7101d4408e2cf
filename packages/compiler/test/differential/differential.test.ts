import { describe, expect, it } from 'vitest';
import type { Tlc } from '../../../../tools/tlc/src/index.js';
import { random } from '../../../tla/fuzz/random.js';
import { type Answer, told } from './answer.js';
import { type Difference, difference, judgementsDiffer } from './compare.js';
import { compiled, type Evaluates, judgement, slowly, type Tier, tiers } from './engines.js';
import { evaluatorDisagrees } from './evaluator-agrees.js';
import { askTlc } from './expressions.js';
import { expression } from './generate/expression.js';
import { specification } from './generate/specification.js';
import { anyType } from './generate/type.js';
import type { Judgement } from './judgement.js';
import { textOf } from './modules.js';
import { partsOf } from './shrink.js';
import { askTlcOfSpecifications } from './specifications.js';
import { theTlc } from './tlc/tlc.js';

// What TLC says of small expressions and specifications, and what is said of them here: values, errors, states, steps.
// `SYNOD_DIFFERENTIAL=2000` makes it so many expressions, and a tenth as many specifications.
const count = Number(process.env['SYNOD_DIFFERENTIAL'] ?? 300);
const seed = Number(process.env['SYNOD_DIFFERENTIAL_SEED'] ?? 1);
/** One specification in so many is asked for as it would be written: a run of its own. */
const aloneEvery = 50;
const patience = 30 * 60_000;
const tlc = await theTlc();

function expressions(isMeaningful: boolean, howMany: number): readonly string[] {
  return Array.from({ length: howMany }, (_, run) => {
    const chance = random(isMeaningful ? seed : -seed, run);
    const [depth, wrong] = [1 + chance.below(3), isMeaningful ? 0 : 8];
    const writer = { random: chance, known: [], depth, wrong, safe: false, names: { count: 0 } };
    return expression(writer, anyType(chance, 2));
  });
}

describe.skipIf(tlc === undefined)(`seed ${seed}: what TLC says`, { timeout: patience }, () => {
  describe('of expressions that mean something', async () => {
    const all = expressions(true, count);
    const expected = tlc === undefined ? [] : await askTlc(tlc, all);

    it('has values of all kinds, and errors', () => {
      const errors = new Set(expected.flatMap((answer) => ('error' in answer ? [answer.error] : [])));
      expect(errors.size).toBeGreaterThan(3);
      expect(new Set(expected.map(told)).size).toBeGreaterThan(count / 3);
    });

    it.each([slowly, ...compiled])('is what $name says', async (engine) => {
      expect(await differences(engine, all, expected, meaningful)).toBe('');
    });
  });

  describe('of expressions with mistakes in them', async () => {
    const all = expressions(false, Math.ceil(count / 2));
    const expected = tlc === undefined ? [] : await askTlc(tlc, all);

    it('has errors of many kinds', () => {
      const errors = expected.flatMap((answer) => ('error' in answer ? [answer.error] : []));
      expect(errors.length).toBeGreaterThan(all.length / 10);
      expect(new Set(errors).size).toBeGreaterThan(4);
    });

    it.each(compiled)('is what $name says', async (engine) => {
      expect(await differences(engine, all, expected, mistaken)).toBe('');
    });
  });

  describe('of specifications', async () => {
    const all = Array.from({ length: Math.ceil(count / 10) }, (_, number) => specification(seed, number));
    /** Those that stop TLC, and some others. */
    const alone = new Set<number>();
    for (const one of tlc === undefined ? [] : all) {
      const judged = await judgement(tiers[0] as Tier, one, false);
      if (one.number % aloneEvery === 0 || (judged !== undefined && !('steps' in judged)))
        alone.add(one.number);
    }
    const expected =
      tlc === undefined ? new Map<number, Judgement>() : await askTlcOfSpecifications(tlc, all, alone);

    it('has states and steps of many, and errors', () => {
      const judged = [...expected.values()];
      expect(judged.filter((one) => 'steps' in one && one.steps.length > 5).length).toBeGreaterThan(
        all.length / 3,
      );
      expect(judged.length).toBe(all.length);
    });

    it.each(tiers)('is what $name says', async (tier) => {
      const wrong: string[] = [];
      let left = 0;
      for (const one of all) {
        const a = expected.get(one.number) as Judgement;
        const b = await judgement(tier, one, alone.has(one.number));
        if (b === undefined) {
          left++;
          continue;
        }
        const said = judgementsDiffer(a, b, one.coarse);
        if (said !== undefined) wrong.push(`${textOf(one)}\n${said}`);
      }
      expect(wrong.slice(0, 3).join('\n'), `${wrong.length} of ${all.length} differ (seed ${seed})`).toBe('');
      expect(left).toBeLessThan(all.length / 3);
    });

    it('is what the evaluator says of these states and steps', async () => {
      for (const one of all) {
        const judged = expected.get(one.number);
        if (judged === undefined || !('steps' in judged)) continue;
        const wrong = await evaluatorDisagrees(one, judged);
        expect(wrong.slice(0, 3).join('\n'), textOf(one)).toBe('');
      }
    });
  });
});

/** What may differ, and in how many of a hundred expressions. */
type Tolerated = Partial<Readonly<Record<Difference, number>>>;

/** Of several mistakes another may be met first. */
const meaningful: Tolerated = { 'another error': 0.5 };

/** A mistake may be met that TLC does not come across; and one not be met that TLC does, such as behind a name's empty set. */
const mistaken: Tolerated = {
  'another error': 5,
  'an error instead of a value': 4,
  'a value instead of an error': 0.5,
};

/** The first few differences, each with the smallest part that shows one. */
async function differences(
  engine: Evaluates,
  all: readonly string[],
  expected: readonly Answer[],
  tolerated: Tolerated,
): Promise<string> {
  const own = await engine.answers(all);
  const found = all.flatMap((text, index) => {
    const [a, b] = [expected[index] as Answer, own[index] as Answer];
    const kind = difference(a, b);
    return kind === undefined ? [] : [{ text, a, b, kind }];
  });
  const wrong = found.filter(({ kind }) => {
    const most = Math.max(1, ((tolerated[kind] ?? 0) * all.length) / 100);
    return tolerated[kind] === undefined || found.filter((one) => one.kind === kind).length > most;
  });
  const shown = await Promise.all(
    wrong.slice(0, 10).map(async (one) => (await smallest(engine, one.text)) ?? one),
  );
  const lines = shown.map(({ text, a, b }) => `${text}\n  TLC: ${told(a)}\n  ${engine.name}: ${told(b)}`);
  return wrong.length === 0
    ? ''
    : `${wrong.length} of ${all.length} differ (seed ${seed}):\n${lines.join('\n')}`;
}

async function smallest(
  engine: Evaluates,
  whole: string,
): Promise<{ text: string; a: Answer; b: Answer } | undefined> {
  const parts = partsOf(whole);
  const answers = parts.length === 0 ? [] : await engine.answers(parts);
  const asked = parts.flatMap((text, index) => {
    const b = answers[index] as Answer;
    return 'refused' in b ? [] : [{ text, b }];
  });
  if (asked.length === 0) return undefined;
  const expected = await askTlc(
    tlc as Tlc,
    asked.map(({ text }) => text),
  ).catch(() => []);
  const found = asked.map(({ text, b }, index) => ({ text, a: expected[index] ?? b, b }));
  return found.find(({ a, b }) => difference(a, b) !== undefined);
}
