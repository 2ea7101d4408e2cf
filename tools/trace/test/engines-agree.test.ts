import { join } from 'node:path';
import { graphSpace, modelSpace, openEngine, specSpace, type Trace } from '@synod/conformance';
import type { TransitionSystem } from '@synod/spec';
import { InputError } from '@synod/tla';
import { findTlc, type Tlc } from '@synod/tlc';
import { beforeAll, describe, expect, it } from 'vitest';
import { bruteForce } from '../../../packages/conformance/test/oracle/brute-force.js';
import { validateWithTlc } from '../src/validate/tlc/validate-with-tlc.js';
import { type Said, saidByOracle, saidBySpace, saidByTlc, traceOf } from './agree/answers.js';
import { type Case, cases, caseText } from './agree/cases.js';
import { type Subject, subject } from './agree/materials.js';

// Damaged traces that all engines must say the same of: the verdict, how many events are matched, the first that is not,
// every maximal cut and the states there. `SYNOD_AGREE=1000` makes it so many, and gives every one to every engine;
// otherwise what takes longest has the smaller ones alone.
const all = process.env['SYNOD_AGREE'];
const count = Number(all ?? 300);
const few = 100;
const patience = 30 * 60_000;
const seed = Number(process.env['SYNOD_AGREE_SEED'] ?? 4);

// Without a jar at hand TLC is left out: nothing is fetched for it.
const tlc = await findTlc({ offline: true }).catch((error: unknown) => {
  if (!(error instanceof InputError) || (error.code !== 'no-tlc' && error.code !== 'no-java')) throw error;
  console.warn('TLC is not at hand (no Java, or no jar): the other engines are compared without it.');
  return undefined;
});

/** A case, the trace that is read from it, and what the oracle says of it. */
interface Judged {
  readonly example: Case;
  readonly trace: Trace;
  readonly expected: Said;
  /** How many pairs of a cut and a state there are. */
  readonly pairs: number;
}

/** All, or some that are quickly judged. */
function quickOnes(judged: readonly Judged[], most: number): readonly Judged[] {
  return all === undefined ? judged.filter(({ pairs }) => pairs <= 1000).slice(0, most) : judged;
}

describe.each([
  { model: 'MCPaxosTiny', share: 0.75, hidden: 2, inTypeScript: true },
  // With both of its actions hidden, all of its states would be possible everywhere.
  { model: 'MCVoting', share: 0.1, hidden: 1, inTypeScript: true },
  { model: 'MCConsensus', share: 0.07, hidden: 1, inTypeScript: true },
  { model: 'Jobs', share: 0.08, hidden: 2, inTypeScript: false },
])('damaged traces of $model', { timeout: patience }, ({ model, share, hidden, inTypeScript }) => {
  let held: Subject;
  let judged: readonly Judged[];

  beforeAll(async () => {
    held = await subject(model);
    const examples = cases(held.material, Math.round(count * share), seed, hidden);
    judged = await Promise.all(
      examples.map(async (example) => {
        const answer = bruteForce(example.files, held.material);
        const trace = await traceOf(example.files, `run ${example.run}`);
        return { example, trace, expected: saidByOracle(answer), pairs: answer.visited };
      }),
    );
  }, patience);

  it('are of all kinds: orders, verdicts, places, and several maximal cuts', () => {
    const bad = judged.filter(({ expected }) => !expected.conforms);
    if (all !== undefined) console.log(table(model, judged));
    expect(bad.length / judged.length).toBeGreaterThan(0.25);
    expect(bad.length / judged.length).toBeLessThan(0.85);
    expect(new Set(judged.map(({ trace }) => trace.header.order)).size).toBe(3);
    expect(new Set(bad.map(({ expected }) => expected.matched)).size).toBeGreaterThan(3);
    expect(bad.some(({ expected }) => expected.maximal.length > 1)).toBe(true);
    expect(judged.some(({ example }) => example.files.length > 1)).toBe(true);
  });

  it('are judged by the graph as by trying everything', () => {
    const space = graphSpace(held.graph, { parameters: true, ...held.material });
    expectAgreement(judged, ({ trace }) => saidBySpace(trace, space, held.graph));
  });

  it('are judged so too when events that commute are taken in one order only', () => {
    const space = graphSpace(held.graph, { parameters: true, ...held.material });
    const partial = judged.filter(({ trace }) => trace.header.order !== 'total');
    const some = quickOnes(partial, Math.ceil((few / 2) * share));
    expectAgreement(some, ({ trace }) => saidBySpace(trace, space, held.graph, { patience: 0 }));
  });

  it.each(inTypeScript ? [model] : [])('are judged by %s in TypeScript as by trying everything', () => {
    const space = modelSpace(held.system as TransitionSystem);
    const some = quickOnes(judged, judged.length);
    expectAgreement(some, ({ trace }) => saidBySpace(trace, space, held.graph));
  });

  it('are judged by the compiled specification as by trying everything', async () => {
    const { folder, module } = held;
    const space = specSpace(await openEngine({ spec: join(folder, `${module}.tla`), tier: 'values' }));
    expectAgreement(judged, ({ trace }) => saidBySpace(trace, space, held.graph));
  });

  it.skipIf(tlc === undefined)('are judged by TLC as by trying everything', async () => {
    const some = quickOnes(judged, Math.ceil(few * share));
    const { folder, module } = held;
    const outcomes = await validateWithTlc({
      tlc: tlc as Tlc,
      folder,
      module,
      cfg: join(folder, `${module}.cfg`),
      traces: some.map(({ trace }) => trace),
    });
    const said = new Map(some.map((one, index) => [one, outcomes[index]] as const));
    expectAgreement(some, (one) => {
      const outcome = said.get(one);
      if (outcome === undefined) throw new Error('TLC says nothing of this trace');
      return saidByTlc(one.trace, outcome, held.graph);
    });
  });
});

/** Of several cases that are judged otherwise the first is shown whole. */
function expectAgreement(judged: readonly Judged[], judge: (one: Judged) => Said): void {
  expect(judged.length).toBeGreaterThan(0);
  const wrong = judged.flatMap((one) => {
    const said = judgement(one, judge);
    const isSame = JSON.stringify(inOrder(said)) === JSON.stringify(inOrder(one.expected));
    return isSame ? [] : [{ said, ...one }];
  });
  const [first] = wrong;
  if (first === undefined) return;
  const runs = wrong.map(({ example }) => example.run).join(', ');
  const message = `${wrong.length} of ${judged.length} traces: runs ${runs}\n${caseText(first.example)}`;
  expect(first.said, message).toEqual(first.expected);
}

/** What an engine says, or what it says instead. */
function judgement(one: Judged, judge: (one: Judged) => Said): Said | string {
  try {
    return judge(one);
  } catch (error) {
    return String(error);
  }
}

function inOrder(said: Said | string): readonly unknown[] {
  if (typeof said === 'string') return [said];
  const { conforms, matched, first, maximal, states } = said;
  return [conforms, matched, first, maximal, states];
}

/** What the traces of a model are like. */
function table(model: string, judged: readonly Judged[]): string {
  const rows = ['total', 'clock', 'interval'].map((order) => {
    const of = judged.filter(({ trace }) => trace.header.order === order);
    const bad = of.filter(({ expected }) => !expected.conforms);
    const several = bad.filter(({ expected }) => expected.maximal.length > 1);
    const tenths = Array.from({ length: 10 }, (_, tenth) =>
      bad.filter(
        ({ trace, expected }) => Math.floor((10 * expected.matched) / trace.events.length) === tenth,
      ),
    );
    return `${order}: ${of.length} traces, ${bad.length} diverge, ${several.length} at several cuts; by the part that is matched: ${tenths.map(({ length }) => length).join(' ')}`;
  });
  return [model, ...rows].join('\n  ');
}
