import type { Cluster, LedgerRecord, NodeId } from '@synod/roles';
import type { Move } from '../../move.js';
import type { Fact, Told } from '../facts/fact.js';
import { happening } from '../facts/happening.js';
import type { View } from '../view.js';
import { alike, type Says, sentence, type Words } from '../words/says.js';

/** What was written to whose ledger. */
export interface Entry {
  readonly node: NodeId;
  readonly record: LedgerRecord;
}

/** A sentence, and what came to be in ledgers with it. */
export interface Sentence {
  readonly text: string;
  readonly entries: readonly Entry[];
}

/** Makes moves, and tells what comes of them. */
export interface Narrator {
  /** Sentences, in the order in which things happened. What several nodes did one after the other is one sentence. */
  tell(moves: readonly Move[]): readonly Sentence[];
}

/** A sentence before it is joined with others like it. */
interface Part {
  readonly says: Says;
  readonly entries: readonly Entry[];
}

/** What else is done with what happens. */
export interface NarratorOptions {
  readonly onFact?: (fact: Fact) => void;
  /** What is to be said after a move besides: asked after each. */
  readonly remarks?: () => readonly string[];
}

export function narrator(
  view: View,
  cluster: Cluster,
  words: Words,
  options: NarratorOptions = {},
): Narrator {
  const { onFact, remarks } = options;
  // What a node has done that waits for its disk.
  const waiting = new Map<NodeId, readonly Told[]>();
  return {
    tell(moves) {
      const parts: Part[] = [];
      for (let at = 0; at < moves.length; at += 1) {
        const move = moves[at] as Move;
        const came = happening(view, cluster, move, moves[at + 1]);
        if (came === undefined) continue;
        if (came.synced) at += 1;
        parts.push(...said(move, came.told, waiting, words));
        if (came.told !== undefined) onFact?.(came.told.fact);
        for (const text of remarks?.() ?? []) parts.push({ says: { who: '', one: text }, entries: [] });
      }
      return joined(parts);
    },
  };
}

/** What is to be said of a move; what waits for the disk is said when the disk has it. */
function said(
  move: Move,
  told: Told | undefined,
  waiting: Map<NodeId, readonly Told[]>,
  words: Words,
): readonly Part[] {
  if (move.move === 'sync') return late(move.node, waiting, words);
  if (told === undefined) return [];
  const { fact, records, when } = told;
  const { who } = fact;
  if (fact.type === 'crashes') waiting.delete(who);
  const before = waiting.get(who);
  if (when === 'waiting' || (before !== undefined && records.length === 0 && isSeen(fact))) {
    waiting.set(who, [...(before ?? []), told]);
    return records.length === 0 ? [] : [{ says: words.waits(who, records), entries: [] }];
  }
  // Whatever waited for the disk came before what did not need to.
  const earlier = records.length > 0 ? late(who, waiting, words) : [];
  return [...earlier, { says: words.says(fact, records), entries: entriesOf(told) }];
}

function late(who: NodeId, waiting: Map<NodeId, readonly Told[]>, words: Words): readonly Part[] {
  const held = waiting.get(who) ?? [];
  waiting.delete(who);
  return held.map((told) => {
    const { one } = words.says(told.fact, told.records);
    return { says: { who: `${words.late} ${who}`, one }, entries: entriesOf(told) };
  });
}

/** What others notice, or clients: it waits for what its node gave to the disk before. */
const seen: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'begins',
  'promises',
  'refuses',
  'proposes',
  'finds nothing',
  'votes',
  'learns',
  'asks again',
  'inquires',
  'knows',
  'tells',
  'hears of nothing',
]);

function isSeen({ type }: Fact): boolean {
  return seen.has(type);
}

function entriesOf({ fact, records }: Told): readonly Entry[] {
  return records.map((record) => ({ node: fact.who, record }));
}

function joined(parts: readonly Part[]): readonly Sentence[] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last !== undefined && alike([...last, part].map(({ says }) => says))) last.push(part);
    else groups.push([part]);
  }
  return groups.map((group) => ({
    text: sentence(group.map(({ says }) => says)),
    entries: group.flatMap(({ entries }) => entries),
  }));
}
