import type { LedgerRecord, Message } from '@synod/roles';
import type { Fact } from '../facts/fact.js';
import { list, type Says, type Words } from './says.js';

/** The words of Paxos.tla and of the roles. */
export const paxosWords: Words = {
  says: (fact) => says(fact),
  waits: (who, records) => ({
    who,
    one: `writes to its ledger (${list(records.map(record))}), and says nothing before the disk has it.`,
  }),
  late: 'The disk has it:',
  record,
};

function says(fact: Fact): Says {
  const { who } = fact;
  switch (fact.type) {
    case 'begins':
    case 'notes':
    case 'hears':
    case 'proposes':
    case 'finds nothing':
    case 'waits':
    case 'asks again':
      return proposerSays(fact);
    case 'promises': {
      const { vote, bal, again } = fact;
      const voted = vote && `voted for ${vote.val} in ballot ${vote.bal}`;
      const once = again ? ' again' : '';
      return {
        who,
        one: `promises ballot ${bal}${once}: it has ${voted ?? 'not voted yet'}.`,
        many: `promise ballot ${bal}${once}: they have ${voted ?? 'not voted yet'}.`,
      };
    }
    case 'refuses': {
      const { bal, maxBal } = fact;
      return {
        who,
        one: `refuses ballot ${bal}: it takes part in ballot ${maxBal}.`,
        many: `refuse ballot ${bal}: they take part in ballot ${maxBal}.`,
      };
    }
    case 'votes': {
      const what = `for ${fact.val} in ballot ${fact.bal}.`;
      return fact.again
        ? { who, one: `says again that it has voted ${what}`, many: `say again that they have voted ${what}` }
        : { who, one: `votes ${what}`, many: `vote ${what}` };
    }
    case 'counts':
    case 'learns':
    case 'inquires':
    case 'knows':
    case 'tells':
    case 'hears of nothing':
      return learnerSays(fact);
    case 'ignores':
    case 'idles':
    case 'lost':
    case 'doubled':
    case 'crashes':
    case 'restarts':
      return othersSay(fact);
  }
}

function proposerSays(
  fact: Fact & {
    readonly type: 'begins' | 'notes' | 'hears' | 'proposes' | 'finds nothing' | 'waits' | 'asks again';
  },
): Says {
  const { who } = fact;
  switch (fact.type) {
    case 'begins': {
      const { bal, why, value } = fact;
      if (why === 'client')
        return { who, one: `is asked for ${value} by a client, and begins ballot ${bal}.` };
      const wish = value === undefined ? '' : `, with ${value} in mind`;
      return why === 'time'
        ? { who, one: `has waited long enough, and begins ballot ${bal}${wish}.` }
        : { who, one: `is asked whether anything was chosen, and begins ballot ${bal} to find out${wish}.` };
    }
    case 'notes':
      return {
        who,
        one: fact.decided
          ? `is asked for ${fact.value} by a client, but knows already what was chosen.`
          : `is asked for ${fact.value} by a client, and is at work already.`,
      };
    case 'hears':
      return {
        who,
        one: `hears ${fact.from}'s promise: no quorum yet.`,
        from: { name: fact.from, all: 'hears the promises of %: no quorum yet.' },
      };
    case 'proposes':
      return { who, one: proposal(fact) };
    case 'finds nothing':
      return {
        who,
        one: `has a quorum, nobody of it has voted, and no client has asked it for a value: nothing was chosen below ballot ${fact.bal}.`,
      };
    case 'waits': {
      const { bal, higher, delay } = fact;
      return higher === undefined
        ? { who, one: `has no answer in ballot ${bal}, and waits ${delay} ms before the next.` }
        : { who, one: `is told of ballot ${higher}, gives up ballot ${bal}, and waits ${delay} ms.` };
    }
    case 'asks again':
      return { who, one: `has no answer yet, and asks for ${fact.for} in ballot ${fact.bal} again.` };
  }
}

function proposal({
  from,
  bal,
  val,
  wanted,
  answers,
  highest,
}: Fact & { readonly type: 'proposes' }): string {
  const others = answers.map(({ acceptor }) => acceptor).filter((acceptor) => acceptor !== from);
  const quorum = others.length === 0 ? `${from} alone is` : `${list([...others, from])} are`;
  const heard = `hears ${from}'s promise: ${quorum} a quorum.`;
  const asks = `asks for votes for ${val} in ballot ${bal}`;
  if (highest === undefined) return `${heard} None of them has voted: the choice is free, and it ${asks}.`;
  if (highest.val !== val) return `${heard} It ${asks}.`;
  const votes = answers.filter(({ vote }) => vote !== undefined).length;
  const why =
    votes === 1
      ? `One vote is reported, for ${val} in ballot ${highest.bal}`
      : `The highest ballot with a vote is ${highest.bal}, for ${val}`;
  const instead =
    wanted === undefined || wanted === val ? '' : `, and not for ${wanted}, which its client wants`;
  return `${heard} ${why}: it ${asks}${instead}.`;
}

function learnerSays(
  fact: Fact & { readonly type: 'counts' | 'learns' | 'inquires' | 'knows' | 'tells' | 'hears of nothing' },
): Says {
  const { who } = fact;
  switch (fact.type) {
    case 'counts': {
      const what = `for ${fact.val} in ballot ${fact.bal}: no quorum yet.`;
      return {
        who,
        one: `counts ${fact.from}'s vote ${what}`,
        from: { name: fact.from, all: `counts the votes of % ${what}` },
      };
    }
    case 'learns': {
      const { from, bal, val, voters } = fact;
      if (voters === undefined)
        return {
          who,
          one: `is told by ${from} that ${val} is chosen.`,
          many: `are told by ${from} that ${val} is chosen.`,
        };
      const counted = `${from}'s vote for ${val} in ballot ${bal}: with ${list(voters)} that is a quorum. ${val} is chosen.`;
      return { who, one: `counts ${counted}`, many: `count ${counted}` };
    }
    case 'inquires': {
      const { client, helper } = fact;
      const finish =
        helper === undefined ? '' : `, and asks ${helper} to have a value proposed if nobody knows`;
      return client
        ? { who, one: 'is asked by a client what was chosen. It does not know, and asks everybody.' }
        : { who, one: `still does not know what was chosen: it asks everybody${finish}.` };
    }
    case 'knows':
      return { who, one: `is asked by a client what was chosen. It knows: ${fact.val}.` };
    case 'tells': {
      const { to, vote, chosen } = fact;
      const parts = [
        ...(vote === undefined ? [] : [`it has voted for ${vote.val} in ballot ${vote.bal}`]),
        ...(chosen === undefined ? [] : [`${chosen} is chosen`]),
      ];
      return { who, one: `is asked by ${to}, and answers that ${list(parts)}.` };
    }
    case 'hears of nothing':
      return { who, one: `is told that nothing was chosen below ballot ${fact.bal}, and nothing will be.` };
  }
}

function othersSay(
  fact: Fact & { readonly type: 'ignores' | 'idles' | 'lost' | 'doubled' | 'crashes' | 'restarts' },
): Says {
  const { who } = fact;
  switch (fact.type) {
    case 'ignores':
      return { who, one: `has no use for ${named(fact.message)} from ${fact.from}.` };
    case 'idles':
      return { who, one: 'has nothing to do.' };
    case 'lost': {
      const what = named(fact.message);
      return {
        who,
        one: `never gets ${what} from ${fact.from}: it is lost.`,
        many: `never get ${what} from ${fact.from}: it is lost.`,
        from: { name: fact.from, all: `never gets ${what} from %: they are lost.` },
      };
    }
    case 'doubled':
      return { who, one: `will get ${named(fact.message)} from ${fact.from} twice.` };
    case 'crashes':
      return { who, one: crash(fact), many: crash(fact).replace('crashes', 'crash') };
    case 'restarts': {
      const ledger = list(fact.records.map(record));
      return { who, one: `starts again. Its ledger says: ${ledger === '' ? 'nothing' : ledger}.` };
    }
  }
}

function crash({ forgotten, kept, between }: Fact & { readonly type: 'crashes' }): string {
  const gone =
    forgotten.length === 0
      ? '.'
      : `: its disk did not have ${list(forgotten.map(record))}, and it is forgotten.`;
  if (between === 'ledger') return 'crashes, after its ledger was written and before its trace was.';
  if (between === 'trace') return 'crashes, after its trace was written and before it sent anything.';
  return kept === 0
    ? `crashes${gone}`
    : `crashes in the middle of writing: of what its disk did not have, ${kept} bytes are there.`;
}

/** `the 1a of ballot 4`. */
function named(message: Message): string {
  const { type } = message;
  if (type === 'ask') return 'the question';
  if (type === 'finish') return 'the request to have a value proposed';
  const bal = `ballot ${message.bal}`;
  if (type === 'rejected') return `the refusal of ${bal}`;
  if (type === 'chosen') return `the message that ${message.val} is chosen`;
  return type === 'nothing' ? `the message that nothing was chosen below ${bal}` : `the ${type} of ${bal}`;
}

function record(written: LedgerRecord): string {
  switch (written.type) {
    case 'ballot':
      return `ballot ${written.bal} begun`;
    case 'promise':
      return `ballot ${written.bal} promised`;
    case 'vote':
      return `voted for ${written.val} in ballot ${written.bal}`;
  }
}
