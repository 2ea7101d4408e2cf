import type { Fact } from '../facts/fact.js';
import { learnerSays } from './paxos-learner.js';
import { othersSay } from './paxos-others.js';
import { proposerSays } from './paxos-proposer.js';
import { recordText } from './paxos-record.js';
import { list, type Says, type Words } from './says.js';

/** The words of Paxos.tla and of the roles. */
export const paxosWords: Words = {
  says: (fact) => says(fact),
  waits: (who, records) => ({
    who,
    one: `writes to its ledger (${list(records.map(recordText))}), and says nothing before the disk has it.`,
  }),
  late: 'The disk has it:',
  record: recordText,
};

function says(fact: Fact): Says {
  const { who } = fact;
  switch (fact.type) {
    case 'begins':
    case 'notes':
    case 'is at it':
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
