import { type Answer, type ErrorKind, told } from './answer.js';
import type { Behaviour, Judgement } from './judgement.js';

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

/**
 * What TLC alone stops at: an error in A of `[A]_v` in a step that changes nothing, which is TRUE of it, as FACTS.md says; an
 * action constraint that is constant and FALSE.
 */
const aside = /Evaluating action property|action constraint of \w+ is equal to FALSE/u;

/**
 * What an engine says otherwise of a specification, in some lines.
 *
 * @param coarse what TLC calls the steps of an action, where it does not see the action's own name
 */
export function judgementsDiffer(
  tlc: Judgement,
  own: Judgement,
  coarse: ReadonlyMap<string, string>,
): string | undefined {
  if (!('steps' in tlc) || !('steps' in own)) {
    const [a, b] = [answerOf(tlc), answerOf(own)];
    // Invariants are looked at in states here: an error on the way to the first one comes before.
    if ('isConstant' in tlc && tlc.isConstant && 'error' in b) return undefined;
    if ('error' in a && 'value' in b && aside.test(a.message)) return undefined;
    return difference(a, b) === undefined ? undefined : `  TLC: ${told(a)}\n  here: ${told(b)}`;
  }
  const lists = (['initial', 'steps', 'states', 'kept'] as const).map(
    (part) => [part, tlc[part], own[part]] as const,
  );
  const lines = [...lists, ['labels', ...labels(tlc, own, coarse)] as const].flatMap(([part, a, b]) => [
    ...without(a, b)
      .slice(0, 3)
      .map((text) => `  ${part}: TLC alone has ${text}`),
    ...without(b, a)
      .slice(0, 3)
      .map((text) => `  ${part}: TLC has not ${text}`),
  ]);
  for (const part of ['ending', 'figures'] as const) {
    if (tlc[part] !== own[part]) lines.push(`  TLC: ${tlc[part]}\n  here: ${own[part]}`);
  }
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** The steps by the names that TLC gives them; where it does not see the name that is given here, by the one that it sees. */
function labels(
  tlc: Behaviour,
  own: Behaviour,
  coarse: ReadonlyMap<string, string>,
): readonly [readonly string[], readonly string[]] {
  const texts = (of: Behaviour): readonly string[] =>
    of.edges.map(({ between, action }) => `${between} ${action}`);
  const left = new Set(without(texts(own), texts(tlc)));
  const named = own.edges.map(({ between, action }) => {
    const text = `${between} ${action}`;
    return left.has(text) ? `${between} ${coarse.get(action) ?? action}` : text;
  });
  return [texts(tlc), named];
}

function answerOf(judgement: Judgement): Answer {
  return 'ending' in judgement ? { value: judgement.ending } : judgement;
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
