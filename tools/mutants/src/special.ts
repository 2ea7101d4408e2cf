import type { AnyNode } from 'acorn';
import { full } from 'acorn-walk';
import type { Suggestion } from './damage/suggestion.js';
import type { Definition, SourceFile } from './source.js';

/** Damage that makes sense in one definition only. The text to replace is that of one node, and stands there once. */
export interface Special {
  readonly definition: string;
  readonly damage: string;
  readonly replace: string;
  readonly by: string;
  readonly to: string;
}

const acceptors = '[...k.Acceptor].map((a) => $set([a]))';
const single = {
  damage: 'a quorum replaced by one acceptor',
  replace: 'k.Quorum',
  by: acceptors,
  to: 'one acceptor',
};

const specials: readonly Special[] = [
  { definition: 'Voting!VoteFor', ...single },
  { definition: 'Voting!ChosenAt', ...single },
  { definition: 'Voting!NoneOtherChoosableAt', ...single },
  { definition: 'Paxos!Phase2a', ...single },
  {
    definition: 'Consensus!Init',
    damage: 'another initial state',
    replace: 'set([])',
    by: "set([Symbol.for('v1')])",
    to: 'a value chosen',
  },
  {
    definition: 'Voting!Init',
    damage: 'another initial state',
    replace: 'set([])',
    by: "set([[0, Symbol.for('v1')]])",
    to: 'a vote',
  },
  {
    definition: 'Paxos!Init',
    damage: 'another initial state',
    replace: 'k.None',
    by: '[...k.Value][0]',
    to: 'a value',
  },
  {
    definition: 'Paxos!Init',
    damage: 'another initial state',
    replace: 'set([])',
    by: "set([{ type: '1a', bal: 0 }])",
    to: 'a message',
  },
];

/**
 * The special damage to a definition.
 *
 * @throws Error if the text to replace does not stand there exactly once: then the list above is out of date
 */
export function specialSuggestions(
  file: SourceFile,
  definition: string,
  { node }: Definition,
  list: readonly Special[] = specials,
): readonly { readonly damage: string; readonly suggestion: Suggestion }[] {
  return list
    .filter((special) => special.definition === definition)
    .map(({ damage, replace, by, to }) => {
      const nodes = nodesOf(node, (candidate) => file.textOf(candidate) === replace);
      const [only] = nodes;
      if (only === undefined || nodes.length > 1) {
        throw new Error(`${replace} stands ${nodes.length} times in ${definition}, and not once`);
      }
      return { damage, suggestion: { node: only, text: by, from: replace, to } };
    });
}

function nodesOf(definition: AnyNode, fits: (node: AnyNode) => boolean): readonly AnyNode[] {
  const found: AnyNode[] = [];
  full(definition, (node) => {
    if (fits(node)) found.push(node);
  });
  return found;
}
