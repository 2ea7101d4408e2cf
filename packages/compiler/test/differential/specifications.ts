import { isTuple, key, parseValue } from '@synod/tla';
import type { Tlc } from '../../../../tools/tlc/src/index.js';
import { type Answer, tlcError } from './answer.js';
import { helpers } from './expressions.js';
import { modelValuesInOrder } from './generate/leaf.js';
import { type Specification, variableNames } from './generate/specification.js';
import { tlcRun } from './tlc/tlc.js';

/** All that a specification does, as texts that can be compared. How often something is found counts. */
export interface Behaviour {
  readonly initial: readonly string[];
  /** Both states, and whether it is one of `Step`. */
  readonly steps: readonly string[];
  /** Each state, and what the invariants are in it; sorted, without duplicates. */
  readonly states: readonly string[];
}

/** What a specification does, or what stops it. */
export type Judgement = Behaviour | Exclude<Answer, { readonly value: string }>;

const vars = `<<${variableNames.join(', ')}>>`;

function moduleOf(name: string, variables: readonly string[], units: readonly string[]): string {
  return [`---- MODULE ${name} ----`, ...helpers, `VARIABLES ${variables.join(', ')}`, ...units, '===='].join(
    '\n',
  );
}

const constants = `CONSTANTS ${modelValuesInOrder.map((name) => `${name} = ${name}`).join(' ')}`;

/** One specification as a module of its own, and its cfg. */
export function specificationModule({ number, units }: Specification): {
  readonly text: string;
  readonly cfg: string;
} {
  const property = `Property_${number} == [][Step_${number}]_${vars}`;
  const cfg = [
    constants,
    `INIT Init_${number}`,
    `NEXT Next_${number}`,
    `INVARIANTS InvA_${number} InvB_${number}`,
    `CONSTRAINT Constraint_${number}`,
    `ACTION_CONSTRAINT StepConstraint_${number}`,
    `PROPERTY Property_${number}`,
    'CHECK_DEADLOCK FALSE',
  ];
  return { text: moduleOf('Specification', variableNames, [...units, property]), cfg: cfg.join('\n') };
}

/** Many specifications in one module, each in states of its own, which print what they do. */
function batchModule(specifications: readonly Specification[]): string {
  const numbers = specifications.map(({ number }) => number);
  const either = (of: (number: number) => string): string =>
    numbers.map((number) => `(${of(number)})`).join(`\n  \\/ `);
  const inCase = (of: (number: number) => string): string =>
    `CASE ${numbers.map((number) => `id = ${number} -> ${of(number)}`).join('\n  [] ')}`;
  const primed = `<<${variableNames.map((name) => `${name}'`).join(', ')}>>`;
  return moduleOf(
    'Batch',
    [...variableNames, 'id'],
    [
      ...specifications.flatMap(({ units }) => units),
      `Init == ${either((n) => `id = ${n} /\\ PrintT(<<"B", ${n}>>) /\\ Init_${n} /\\ PrintT(<<"I", ${n}, ${vars}>>)`)}`,
      `Next == ${either((n) => `id = ${n} /\\ PrintT(<<"B", ${n}>>) /\\ Next_${n} /\\ id' = ${n} /\\ PrintT(<<"T", ${n}, ${vars}, ${primed}, [Step_${n}]_${vars}>>)`)}`,
      `Inv == ${inCase((n) => `PrintT(<<"S", ${n}, ${vars}, InvA_${n}, InvB_${n}>>)`)}`,
      `Constraint == ${inCase((n) => `Constraint_${n}`)}`,
      `StepConstraint == ${inCase((n) => `StepConstraint_${n}`)}`,
    ],
  );
}

const batchCfg = [
  constants,
  'INIT Init',
  'NEXT Next',
  'INVARIANT Inv',
  'CONSTRAINT Constraint',
  'ACTION_CONSTRAINT StepConstraint',
];

/**
 * TLC's judgements: one run for all, but for those that are expected to stop it, and one more for each that stops it
 * unexpectedly.
 */
export async function askTlcOfSpecifications(
  tlc: Tlc,
  specifications: readonly Specification[],
  stopping: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Judgement>> {
  const judged = new Map<number, Judgement>();
  for (const one of specifications) {
    if (!stopping.has(one.number)) continue;
    for (const [number, judgement] of await askTlcOfSpecifications(tlc, [one], new Set())) {
      judged.set(number, judgement);
    }
  }
  let left = specifications.filter(({ number }) => !stopping.has(number));
  while (left.length > 0) {
    const files = { 'Batch.tla': batchModule(left), 'Batch.cfg': batchCfg.join('\n') };
    const { printed, outcome, text } = await tlcRun(tlc, 'Batch', files, ['-deadlock']);
    if (outcome.success) {
      for (const { number } of left) judged.set(number, behaviourIn(printed, number));
      return judged;
    }
    const number = culprit(printed);
    if (!left.some((one) => one.number === number))
      throw new Error(`TLC stopped, and it is not known where:\n${text.slice(-3000)}`);
    judged.set(number, tlcError(outcome.errors.join('\n')) as Judgement);
    left = left.filter((one) => one.number !== number);
  }
  return judged;
}

/** Which specification stopped TLC: the one whose initial states or successors it began last. */
function culprit(printed: readonly string[]): number {
  const last = printed.findLast((line) => line.startsWith('<<"B", '));
  return Number(/\d+/u.exec(last ?? '')?.[0] ?? Number.NaN);
}

function behaviourIn(printed: readonly string[], number: number): Behaviour {
  const texts = { I: [] as string[], T: [] as string[], S: [] as string[] };
  for (const line of printed) {
    const match = /^<<"([ITS])", (\d+), /u.exec(line);
    if (match === null || Number(match[2]) !== number) continue;
    const value = parseValue(line);
    if (isTuple(value)) texts[match[1] as 'I' | 'T' | 'S'].push(key(value.slice(2)));
  }
  return { initial: texts.I.toSorted(), steps: texts.T.toSorted(), states: [...new Set(texts.S)].toSorted() };
}
