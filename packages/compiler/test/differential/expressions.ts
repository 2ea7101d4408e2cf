import { key, parseValue } from '@synod/tla';
import type { Tlc } from '../../../../tools/tlc/src/index.js';
import { type Answer, tlcError } from './answer.js';
import { modelValuesInOrder, stringsInOrder } from './generate/leaf.js';
import type { Model } from './model.js';
import { tlcRun } from './tlc/tlc.js';

/** What generated expressions may use, and what fixes the order of strings and fields. */
export const helpers: readonly string[] = [
  'EXTENDS Integers, Sequences, FiniteSets, TLC',
  `CONSTANTS ${modelValuesInOrder.join(', ')}`,
  `Strings == <<${stringsInOrder.join(', ')}, [f1 |-> 1, f2 |-> 2]>>`,
  'Second(a, b) == b',
  'If(c, a, b) == IF c THEN a ELSE b',
  'Apply(F(_), a) == F(a)',
  'RECURSIVE Sum(_)',
  'Sum(S) == IF S = {} THEN 0 ELSE LET a == CHOOSE b \\in S : TRUE IN a + Sum(S \\ {a})',
  'Max(S) == CHOOSE a \\in S : \\A b \\in S : a >= b',
  'Pick(S) == CHOOSE a \\in S : TRUE',
  'Range(s) == {s[i] : i \\in DOMAIN s}',
  'Factorial[n \\in Nat] == IF n = 0 THEN 1 ELSE n * Factorial[n - 1]',
];

const preamble: readonly string[] = [...helpers, 'VARIABLE x', 'Init == x = 0', "Next == x' = x"];

const first = preamble.length + 2;

function moduleOf(units: readonly string[]): string {
  return ['---- MODULE Expressions ----', ...preamble, ...units, '===='].join('\n');
}

const cfg = `CONSTANTS ${modelValuesInOrder.map((name) => `${name} = ${name}`).join(' ')}\nINIT Init\nNEXT Next\n`;

/** A module in which expression number n is the operator `E<n>`, and its cfg. */
export function expressionModel(expressions: readonly string[]): Model {
  const text = moduleOf(expressions.map((one, index) => `E${index} == ${one}`));
  return { root: 'Expressions', texts: { Expressions: text }, cfg };
}

const failed = /^Evaluating assumption line (\d+), .*failed\.\n(?<why>.*)$/su;
const printedLine = /^<<(\d+), (.*)>>$/su;

/** TLC's answers, all of one run: it goes on behind an ASSUME that cannot be evaluated. */
export async function askTlc(tlc: Tlc, expressions: readonly string[]): Promise<readonly Answer[]> {
  const units = expressions.map((text, index) => `ASSUME PrintT(<<${index}, ${text}>>)`);
  const files = { 'Expressions.tla': moduleOf(units), 'Expressions.cfg': cfg };
  const { printed, outcome, text } = await tlcRun(tlc, 'Expressions', files, ['-deadlock']);
  const answers = new Map<number, Answer>();
  for (const line of printed) {
    const match = printedLine.exec(line);
    if (match !== null) answers.set(Number(match[1]), valueOf(match[2] as string));
  }
  for (const message of outcome.errors) {
    const match = failed.exec(message);
    if (match !== null) answers.set(Number(match[1]) - first, tlcError(match.groups?.['why'] ?? ''));
  }
  return expressions.map((expression, index) => {
    const answer = answers.get(index);
    if (answer === undefined) throw new Error(`TLC says nothing of ${expression}\n${text.slice(-2000)}`);
    return answer;
  });
}

function valueOf(text: string): Answer {
  try {
    return { value: key(parseValue(text)) };
  } catch {
    // A function for which some argument has no value is printed as it is written.
    if (text.includes('<expression ')) return { error: 'unprinted', message: text };
    // A set without end, `Nat \cup {1}`, or a function on one: TLC prints what it is.
    return { error: 'not enumerable', message: text };
  }
}
