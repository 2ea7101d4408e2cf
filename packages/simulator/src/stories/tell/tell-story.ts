import type { Move } from '../../move.js';
import type { Protocol } from '../../protocol.js';
import type { Fact } from '../facts/fact.js';
import { openView } from '../open-view.js';
import type { Part, Story } from '../story.js';
import type { View } from '../view.js';
import { parliamentWords } from '../words/parliament-words.js';
import { paxosWords } from '../words/paxos-words.js';
import { holdings } from './holdings.js';
import { ledgers, type Page } from './ledgers.js';
import { type Narrator, narrator } from './narrator.js';
import { standing } from './standing.js';
import { wrap } from './wrap.js';

const width = 96;

/** Where a telling is: all of it begins anew at each branch, from the moves made so far. */
interface Telling {
  readonly story: Story;
  readonly view: View;
  readonly narrator: Narrator;
  readonly facts: Fact[];
  readonly memory: Map<string, string>;
  readonly pages: Page[];
  readonly made: Move[];
}

/**
 * The whole text of a story: its schedule is replayed, and each of its claims held against what came of it.
 *
 * @param options another protocol, to see which stories it does not tell
 * @throws an Error that names the story and the sentence, if a claim is not so
 */
export function tellStory(story: Story, options: { readonly protocol?: Protocol } = {}): string {
  const blocks = [heading(story.title, '=')];
  const main = begin(story, options);
  for (const part of joined(story.parts)) {
    if (part.type !== 'branch') {
      blocks.push(...block(main, part));
      continue;
    }
    const branch = begin(story, options);
    for (const [name, kept] of main.memory) branch.memory.set(name, kept);
    tellMoves(branch, main.made);
    blocks.push(heading(part.title, '-'), ...joined(part.parts).flatMap((inner) => block(branch, inner)));
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Moves that come one after the other are told together. */
function joined<P extends Part>(parts: readonly P[]): readonly P[] {
  const all: P[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last?.type === 'moves' && part.type === 'moves') {
      all[all.length - 1] = { ...last, moves: [...last.moves, ...part.moves] };
    } else all.push(part);
  }
  return all;
}

function begin(story: Story, options: { readonly protocol?: Protocol }): Telling {
  const view = openView(story.cluster, options);
  const facts: Fact[] = [];
  const words = story.words === 'paxos' ? paxosWords : parliamentWords;
  const told = narrator(view, story.cluster, words, { onFact: (fact) => facts.push(fact) });
  return { story, view, narrator: told, facts, memory: new Map(), pages: [], made: [] };
}

function block(telling: Telling, part: Exclude<Part, { readonly type: 'branch' }>): readonly string[] {
  const { story, view, facts, memory, pages } = telling;
  const now = () => standing(view, story.cluster, facts, memory);
  switch (part.type) {
    case 'prose':
      return [wrap(part.text, width)];
    case 'moves':
      return [tellMoves(telling, part.moves).join('\n')];
    case 'holdings':
      return [holdings(now(), story.cluster.acceptors)];
    case 'ledgers':
      return [ledgers(pages, story.cluster)];
    case 'remember':
      memory.set(part.name, now().everything());
      return [];
    case 'claim':
      if (!part.holds(now())) throw new Error(`the story ${story.name} claims what is not so: ${part.text}`);
      return [wrap(part.text, width)];
  }
}

function tellMoves(
  { story, narrator: told, pages, made }: Telling,
  moves: readonly Move[],
): readonly string[] {
  made.push(...moves);
  return told.tell(moves).map(({ text, entries }) => {
    pages.push({ entries });
    return wrap(text, width, story.words === 'paxos' ? '  - ' : `${String(pages.length).padStart(4)}. `);
  });
}

function heading(title: string, line: string): string {
  return `${title}\n${line.repeat(title.length)}`;
}
