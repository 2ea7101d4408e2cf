import type { Value } from '@synod/consensus';
import { key, parseValue } from '@synod/tla';
import type { Acceptor, Ballot, Constants, Quorum, State } from '../src/state.js';

/** What the constants of a test model are, as text. */
export interface Assignment {
  readonly Value?: string;
  readonly Acceptor?: string;
  readonly Quorum?: string;
  readonly Ballot?: string;
}

/** Three acceptors, any two of which are a quorum, three values and three ballots, unless a test has it otherwise. */
export function constants(assignment: Assignment = {}): Constants {
  const { Value = '{v1, v2, v3}', Acceptor = '{a1, a2, a3}', Ballot = '{0, 1, 2}' } = assignment;
  const { Quorum = '{{a1, a2}, {a1, a3}, {a2, a3}}' } = assignment;
  const texts = { Value, Acceptor, Quorum, Ballot };
  const values = Object.entries(texts).map(([name, text]) => [name, parseValue(text)] as const);
  return Object.fromEntries(values) as Constants;
}

/** What is different for each acceptor: for a1, a2 and a3, as text. */
export type Each = readonly [a1: string | number, a2: string | number, a3: string | number];

const each = ([a1, a2, a3]: Each): string => `(a1 :> ${a1} @@ a2 :> ${a2} @@ a3 :> ${a3})`;

/** A state, from what each acceptor has voted for and promised. */
export function state(votes: Each, maxBal: Each): State {
  return { votes: parseValue(each(votes)), maxBal: parseValue(each(maxBal)) } as State;
}

/** States as text: the votes and the promises of each. */
export function texts(states: Iterable<State>): readonly string[] {
  return Array.from(states, ({ votes, maxBal }) => `votes ${key(votes)} maxBal ${key(maxBal)}`);
}

/** The text of one state. */
export function text(votes: Each, maxBal: Each): string {
  return `votes ${each(votes)} maxBal ${each(maxBal)}`;
}

export const acceptor = (name: string): Acceptor => parseValue(name) as Acceptor;
export const value = (name: string): Value => parseValue(name) as Value;
export const ballot = (number: number): Ballot => number as Ballot;
export const quorum = (text_: string): Quorum => parseValue(text_) as Quorum;
