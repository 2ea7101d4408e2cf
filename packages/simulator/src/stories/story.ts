import type { Cluster } from '@synod/roles';
import type { Move } from '../move.js';
import type { Standing } from './tell/standing.js';

/** A known story: a schedule, told move by move, and what it shows. */
export interface Story {
  /** `three-acceptors` */
  readonly name: string;
  readonly title: string;
  /** What it shows, in one line. */
  readonly summary: string;
  readonly cluster: Cluster;
  readonly words: 'paxos' | 'parliament';
  readonly parts: readonly Part[];
}

/** A piece of a story. */
export type Part =
  | { readonly type: 'prose'; readonly text: string }
  | { readonly type: 'moves'; readonly moves: readonly Move[] }
  /** A table of what the acceptors hold. */
  | { readonly type: 'holdings' }
  /** What is in each ledger, and since when. */
  | { readonly type: 'ledgers' }
  /** Keeps what is so now, under this name, for a later claim. */
  | { readonly type: 'remember'; readonly name: string }
  /** A sentence that is held against what really happened: a story in which it is not so is not told. */
  | { readonly type: 'claim'; readonly text: string; readonly holds: (standing: Standing) => boolean }
  /** One way in which it goes on from here. What comes after it goes on from here, too. */
  | {
      readonly type: 'branch';
      readonly name: string;
      readonly title: string;
      readonly parts: readonly Exclude<Part, { readonly type: 'branch' }>[];
    };

export function prose(text: string): Part & { readonly type: 'prose' } {
  return { type: 'prose', text };
}

export function moves(...made: readonly (readonly Move[])[]): Part & { readonly type: 'moves' } {
  return { type: 'moves', moves: made.flat() };
}

export function claim(
  text: string,
  holds: (standing: Standing) => boolean,
): Part & { readonly type: 'claim' } {
  return { type: 'claim', text, holds };
}
