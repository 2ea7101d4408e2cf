import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Specification } from '@synod/spec';
import { InputError, parseValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.js';
import type { Mutant } from './mutant.js';
import { packageFolder } from './source.js';
import { damagedText, damagedTree } from './tree.js';

const mutants = await catalogue();

function mutant(id: string): Mutant {
  const found = mutants.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
}

const votedFor = mutant('Voting!VotedFor:return at(s.votes,a).has([b,v])→TRUE');

/** Whether an acceptor that has not voted counts as one that has, as the Voting above a Paxos sees it. */
async function seesVote(url: string): Promise<unknown> {
  const { Paxos } = (await import(/* @vite-ignore */ url)) as { Paxos: Specification };
  const operator = Paxos.refinements.at(0)?.above.operators['VotedFor'];
  const state = { votes: parseValue('(a1 :> {} @@ a2 :> {})'), maxBal: parseValue('(a1 :> 0 @@ a2 :> 0)') };
  return operator?.value({}, state, Symbol.for('a1'), 0, Symbol.for('v1'));
}

describe('a damaged tree', () => {
  it('has the damage in every transcription that uses what is damaged, and nowhere else', async () => {
    const before = readFileSync(join(packageFolder('voting'), 'dist', votedFor.file), 'utf8');
    const tree = await damagedTree([votedFor]);
    try {
      expect(await seesVote(tree.url('paxos'))).toBe(true);
      expect(await seesVote(import.meta.resolve('@synod/paxos'))).toBe(false);
      expect(readFileSync(join(packageFolder('voting'), 'dist', votedFor.file), 'utf8')).toBe(before);
    } finally {
      await tree.remove();
    }
    expect(existsSync(tree.folder)).toBe(false);
  });

  it('may have several mutants, of one file too', async () => {
    const ids = [
      'Voting!BallotAssumption:forAll(range(0,b))→exists',
      'Voting!BallotAssumption:range(0,b)→without its last',
    ];
    const tree = await damagedTree(ids.map(mutant));
    try {
      const file = join(tree.folder, 'node_modules/@synod/voting/dist/assumptions.js');
      expect(readFileSync(file, 'utf8')).toContain('$exists(range(0, b - 1), (c) =>');
    } finally {
      await tree.remove();
    }
  });
});

describe('damaged text', () => {
  it('imports what the damage needs, at the end', () => {
    const quantifier = mutant('Paxos!Phase2a:forAll(Q)→exists');
    const text = readFileSync(join(packageFolder('paxos'), 'dist', quantifier.file), 'utf8');
    expect(damagedText(text, quantifier)).toMatch(
      /import \{ exists as \$exists \} from '@synod\/tla';\n\/\/# sourceMappingURL/,
    );
  });

  it('is refused where the file is not what it was', () => {
    expect(() => damagedText('export {};', votedFor)).toThrow(InputError);
  });
});
