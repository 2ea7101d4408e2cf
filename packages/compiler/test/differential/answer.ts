import { EvaluationError, InputError } from '@synod/tla';

/** What came of an expression: the key of its value, or the kind of error. */
export type Answer =
  | { readonly value: string }
  | { readonly error: ErrorKind; readonly message: string }
  /** Said to be more than is supported, before anything was evaluated. */
  | { readonly refused: string };

export type ErrorKind =
  | 'comparison' // of values of different kinds
  | 'outside domain'
  | 'operand' // no number, no set, no function, no sequence, no boolean where one is needed
  | 'no choice'
  | 'no case'
  | 'overflow'
  | 'arithmetic' // \div and % by 0, 0 ^ 0, negative exponents
  | 'sequence' // Head and Tail of <<>>, SubSeq outside
  | 'not enumerable'
  | 'too large'
  | 'pattern' // <<a, b>> of something else
  | 'assertion'
  | 'unassigned' // a variable without a value, read or left so
  | 'recursion'
  | 'unprinted' // one of the others, which TLC does not tell
  | 'unknown';

const tlcKinds: readonly (readonly [RegExp, ErrorKind])[] = [
  [/Overflow when computing the number of elements/, 'too large'],
  [/Overflow when computing/, 'overflow'],
  [
    /second argument of (?:\\div|%) (?:is 0|should be a positive)|0\^0 is undefined|should be a natural number, but/,
    'arithmetic',
  ],
  [/Attempted to (?:check equality|compare) /, 'comparison'],
  [/compared? (?:an )?integer with non-integer/, 'comparison'],
  [/no element of S satisfied P/, 'no choice'],
  [/CASE with no conditions true/, 'no case'],
  [
    /not in (?:its|the) domain|is out of domain|nonexistent (?:record )?field|does not match its formal/,
    'outside domain',
  ],
  [/empty sequence|must be in the domain of its first argument/, 'sequence'],
  [
    /enumerable|cannot be enumerated|number of elements in|cardinality of the value (?:Nat|Int|STRING)|is a finite set/,
    'not enumerable',
  ],
  [/Argument mismatch/, 'pattern'],
  [/first argument of Assert/, 'assertion'],
  [/undefined or not an operator|not assigned|current state is not a legal state/, 'unassigned'],
  [/StackOverflow|stack overflow/i, 'recursion'],
  [
    /Cannot cast|should be an? (?:integer|sequence|set|function|string|operator)|is not a string|is not a sequence|form P|when P was|when Q was|is in the record|boolean|non-|which is not a TLC function|is an element of|integer interval|set membership|set of (?:records|tuples)|cardinality|EXCEPT construct/,
    'operand',
  ],
];

const ownKinds: readonly (readonly [RegExp, ErrorKind])[] = [
  [/overflow|32 bits|2147483647/i, 'overflow'],
  [/\\div|%|\^|exponent/, 'arithmetic'],
  [/cannot be compared/, 'comparison'],
  [/CHOOSE/, 'no choice'],
  [/CASE/, 'no case'],
  [/outside the domain|has no field/, 'outside domain'],
  [/empty sequence|SubSeq from/, 'sequence'],
  [/has no end/, 'not enumerable'],
  [/too large/, 'too large'],
  [/too deep/, 'recursion'],
  [/Assert/, 'assertion'],
  [/no value|not assigned|unassigned/, 'unassigned'],
  [/tuple of \d|<<.*>> is needed|pattern/, 'pattern'],
  [/need|TRUE or FALSE|can be applied|only/, 'operand'],
];

function kindOf(message: string, kinds: typeof tlcKinds): ErrorKind {
  return kinds.find(([pattern]) => pattern.test(message))?.[1] ?? 'unknown';
}

/** The kind of an error that TLC tells. */
export function tlcError(message: string): Answer {
  return { error: kindOf(message, tlcKinds), message };
}

/** What an engine's exception is as an answer. Others are bugs, and go on. */
export function thrown(error: unknown): Answer {
  if (error instanceof EvaluationError)
    return { error: kindOf(error.message, ownKinds), message: error.message };
  if (error instanceof InputError) return { refused: `${error.code}: ${error.message}` };
  throw error;
}

/** An answer in a line. */
export function told(answer: Answer | undefined): string {
  if (answer === undefined) return 'nothing';
  if ('value' in answer) return answer.value;
  if ('refused' in answer) return `refused (${answer.refused})`;
  return `error: ${answer.error} (${answer.message.replaceAll(/\s+/g, ' ').slice(0, 300)})`;
}
