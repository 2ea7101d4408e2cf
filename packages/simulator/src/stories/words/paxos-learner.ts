import type { Fact } from '../facts/fact.js';
import { list, type Says, whose } from './says.js';

/** What happens to learners, and what others answer them. */
export function learnerSays(
  fact: Fact & { readonly type: 'counts' | 'learns' | 'inquires' | 'knows' | 'tells' | 'hears of nothing' },
): Says {
  const { who } = fact;
  switch (fact.type) {
    case 'counts': {
      const what = `for ${fact.val} in ballot ${fact.bal}: no quorum yet.`;
      return {
        who,
        one: `counts ${whose(fact)} vote ${what}`,
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
      const counted = `${whose(fact)} vote for ${val} in ballot ${bal}: with ${list(voters)} that is a quorum. ${val} is chosen.`;
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
