import type { LedgerRecord, NodeId } from '@synod/roles';
import type { Fact } from '../facts/fact.js';
import { paxosWords } from './paxos-words.js';
import { list, type Says, type Words, whose } from './says.js';

/**
 * The words of a parliament whose legislators come and go, and whose messengers lose their way: Lamport, "The Part-Time
 * Parliament", ACM TOCS 16 (1998). A proposer is who presides over a ballot, an acceptor a legislator with a ledger.
 */
export const parliamentWords: Words = {
  says: (fact, records) => says(fact, wrote(records)),
  waits: (who, records) => ({
    who,
    one: `takes up the pen (${lines(records)}), and sends no messenger before the ink is dry.`,
  }),
  late: 'The ink is dry:',
  record,
};

function says(fact: Fact, ledger: string): Says {
  const { who } = fact;
  switch (fact.type) {
    case 'begins':
    case 'hears':
    case 'proposes':
    case 'waits':
      return presidentSays(fact, ledger);
    case 'promises': {
      const { bal, vote, again } = fact;
      const once = again ? ' once more' : '';
      const last = vote === undefined ? 'no vote so far' : `"${vote.val}" in ballot ${vote.bal}`;
      return both(who, ['answers', 'answer'], `${once} NextBallot(${bal}) with LastVote: ${last}.${ledger}`);
    }
    case 'refuses': {
      const { bal, maxBal } = fact;
      return { who, one: `is bound by ballot ${maxBal}, and will have no part in ballot ${bal}.` };
    }
    case 'votes':
      return both(
        who,
        fact.again ? ['repeats the vote', 'repeat the vote'] : ['votes', 'vote'],
        ` for "${fact.val}" in ballot ${fact.bal}.${ledger}`,
      );
    case 'counts':
      return { who, one: `counts ${whose(fact, 'their own')} vote for "${fact.val}": not a majority yet.` };
    case 'learns':
      return { who, one: law(fact) };
    case 'inquires':
      return { who, one: 'wants to know what the law is, and sends messengers to everybody.' };
    case 'tells':
      return { who, one: tells(fact) };
    case 'knows':
      return { who, one: `is asked for the law, and knows it: "${fact.val}".` };
    case 'lost':
      return { who, one: `waits in vain: the messenger of ${fact.from} has lost the way.` };
    case 'crashes':
      return {
        who,
        one: `leaves the Chamber${fact.forgotten.length > 0 ? ', with ink that was not dry' : ''}.`,
      };
    case 'restarts':
      return { who, one: restarts(fact.records) };
    case 'asks again':
    case 'notes':
    case 'is at it':
    case 'finds nothing':
    case 'hears of nothing':
    case 'ignores':
    case 'idles':
    case 'doubled':
      return paxosWords.says(fact, []);
  }
}

function presidentSays(
  fact: Fact & { readonly type: 'begins' | 'hears' | 'proposes' | 'waits' },
  ledger: string,
): Says {
  const { who, bal } = fact;
  switch (fact.type) {
    case 'begins': {
      const why = fact.value === undefined ? 'is asked what the law is' : `wants to pass "${fact.value}"`;
      return { who, one: `${why}, and calls an election: NextBallot(${bal}).${ledger}` };
    }
    case 'hears':
      return { who, one: `has ${whose(fact, 'their own')} LastVote: not a majority yet.` };
    case 'proposes': {
      const { val, highest, answers } = fact;
      const why =
        highest === undefined
          ? 'None of them has voted before, so any decree may be the bill'
          : `The latest ballot among their votes is ${highest.bal}, so the bill must be what was voted on there`;
      const voters = list(answers.map(({ acceptor }) => acceptor));
      return {
        who,
        one: `has the LastVote of a majority (${voters}), and is president of ballot ${bal}. ${why}: BeginBallot(${bal}, "${val}").`,
      };
    }
    case 'waits':
      return { who, one: `gives up ballot ${bal}, and waits for ${fact.delay} ms.` };
  }
}

function law({ from, bal, val, voters }: Fact & { readonly type: 'learns' }): string {
  if (voters === undefined) return `receives Success from ${from}: "${val}" is law.`;
  return `counts the votes of ballot ${bal}, and those who voted (${list(voters)}) are a majority: "${val}" is law.`;
}

function tells({ to, vote, chosen }: Fact & { readonly type: 'tells' }): string {
  const voted = vote === undefined ? [] : [`the vote for "${vote.val}" in ballot ${vote.bal}`];
  const parts = chosen === undefined ? voted : [...voted, `Success: "${chosen}"`];
  return `answers ${to} with ${list(parts)}.`;
}

function restarts(records: readonly LedgerRecord[]): string {
  return records.length === 0
    ? 'comes back to the Chamber. The ledger is empty.'
    : `comes back to the Chamber, and reads the ledger: ${lines(records)}.`;
}

function both(who: NodeId, [one, many]: readonly [string, string], rest: string): Says {
  return { who, one: one + rest, many: many + rest };
}

function wrote(records: readonly LedgerRecord[]): string {
  return records.length === 0 ? '' : ` In the ledger: ${lines(records)}.`;
}

function lines(records: readonly LedgerRecord[]): string {
  return records.map(record).join('; ');
}

function record(written: LedgerRecord): string {
  switch (written.type) {
    case 'ballot':
      return `I called ballot ${written.bal}`;
    case 'promise':
      return `no ballot below ${written.bal} any more`;
    case 'vote':
      return `my vote in ballot ${written.bal} is for "${written.val}"`;
  }
}
