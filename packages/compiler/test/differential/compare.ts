import { type Answer, type ErrorKind, told } from './answer.js';
import type { Judgement } from './specifications.js';

/** How an engine's answer differs from TLC's. */
export type Difference =
  | 'another value'
  | 'a value instead of an error'
  | 'an error instead of a value'
  | 'another error'
  | 'refused';

/** Kinds of errors that are one mistake, seen from two sides: what is no set cannot be enumerated. */
const alike: readonly (readonly [ErrorKind, ErrorKind])[] = [
  ['operand', 'not enumerable'],
  ['operand', 'pattern'],
  ['too large', 'not enumerable'],
];

export function difference(tlc: Answer, own: Answer): Difference | undefined {
  if ('refused' in own) return 'refused';
  if ('value' in tlc) {
    if ('error' in own) return 'an error instead of a value';
    return tlc.value === own.value ? undefined : 'another value';
  }
  if (!('error' in tlc) || 'value' in own) return 'a value instead of an error';
  const same =
    tlc.error === 'unprinted' ||
    tlc.error === own.error ||
    alike.some((pair) => pair.includes(tlc.error) && pair.includes(own.error));
  return same ? undefined : 'another error';
}

/** What an engine says otherwise of a specification, in some lines. */
export function judgementsDiffer(tlc: Judgement, own: Judgement): string | undefined {
  if (!('steps' in tlc) || !('steps' in own)) {
    const [a, b] = [answerOf(tlc), answerOf(own)];
    return difference(a, b) === undefined ? undefined : `  TLC: ${told(a)}\n  here: ${told(b)}`;
  }
  const lines = (['initial', 'steps', 'states'] as const).flatMap((part) => {
    const [missing, extra] = [without(tlc[part], own[part]), without(own[part], tlc[part])];
    return [
      ...missing.slice(0, 3).map((text) => `  ${part}: TLC alone has ${text}`),
      ...extra.slice(0, 3).map((text) => `  ${part}: TLC has not ${text}`),
    ];
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}

function answerOf(judgement: Judgement): Answer {
  if (!('steps' in judgement)) return judgement;
  const { initial, states, steps } = judgement;
  return { value: `${initial.length} initial states, ${states.length} states, ${steps.length} steps` };
}

/** What is in a list more often than in another. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of other) counts.set(text, (counts.get(text) ?? 0) + 1);
  return list.filter((text) => {
    const left = counts.get(text) ?? 0;
    counts.set(text, left - 1);
    return left <= 0;
  });
}
