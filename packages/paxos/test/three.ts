import { key, parseValue, set } from '@synod/tla';
import type { Constants, Message, State } from '../src/state.js';

/** What the constants of a test model are, as text. */
export type Assignment = { readonly [name in keyof Constants]?: string };

/** Three acceptors, any two of which are a quorum, three values and three ballots, unless a test has it otherwise. */
export function constants(assignment: Assignment = {}): Constants {
  const texts = {
    Value: '{v1, v2, v3}',
    Acceptor: '{a1, a2, a3}',
    Quorum: '{{a1, a2}, {a1, a3}, {a2, a3}}',
    Ballot: '{0, 1, 2}',
    None: 'None',
    ...assignment,
  };
  const values = Object.entries(texts).map(([name, text]) => [name, parseValue(text)] as const);
  return Object.fromEntries(values) as unknown as Constants;
}

/** What is different for each acceptor: for a1, a2 and a3, as text. */
export type Each = readonly [a1: string | number, a2: string | number, a3: string | number];

const each = ([a1, a2, a3]: Each): string => `(a1 :> ${a1} @@ a2 :> ${a2} @@ a3 :> ${a3})`;

/** The variables of a state, as text. */
export interface Variables {
  readonly maxBal?: Each;
  readonly maxVBal?: Each;
  readonly maxVal?: Each;
  readonly msgs?: readonly string[];
}

/** A state: the initial one, but for what is said. */
export function state(variables: Variables = {}): State {
  const { maxBal = [-1, -1, -1], maxVBal = [-1, -1, -1], msgs = [] } = variables;
  const { maxVal = ['None', 'None', 'None'] } = variables;
  return {
    maxBal: parseValue(each(maxBal)),
    maxVBal: parseValue(each(maxVBal)),
    maxVal: parseValue(each(maxVal)),
    msgs: set(msgs.map((text) => parseValue(text))),
  } as unknown as State;
}

/** States as text, so that they can be compared and read. */
export function texts(states: Iterable<State>): readonly string[] {
  return Array.from(states, ({ maxBal, maxVBal, maxVal, msgs }) =>
    [maxBal, maxVBal, maxVal, msgs].map(key).join(' '),
  );
}

// The messages, as text.

export const m1a = (bal: number): string => `[type |-> "1a", bal |-> ${bal}]`;

export const m1b = (acc: string, bal: number, mbal = -1, mval = 'None'): string =>
  `[type |-> "1b", acc |-> ${acc}, bal |-> ${bal}, mbal |-> ${mbal}, mval |-> ${mval}]`;

export const m2a = (bal: number, val: string): string => `[type |-> "2a", bal |-> ${bal}, val |-> ${val}]`;

export const m2b = (acc: string, bal: number, val: string): string =>
  `[type |-> "2b", acc |-> ${acc}, bal |-> ${bal}, val |-> ${val}]`;

/** A message, from its text. */
export function message(text: string): Message {
  return parseValue(text) as unknown as Message;
}
