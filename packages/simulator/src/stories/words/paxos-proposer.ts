import type { Fact } from '../facts/fact.js';
import { list, type Says, whose } from './says.js';

/** What happens to proposers. */
export function proposerSays(
  fact: Fact & {
    readonly type:
      | 'begins'
      | 'notes'
      | 'is at it'
      | 'hears'
      | 'proposes'
      | 'finds nothing'
      | 'waits'
      | 'asks again';
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
    case 'is at it':
      return { who, one: `is asked by ${fact.from} to have a value proposed, and is at it already.` };
    case 'hears':
      return {
        who,
        one: `hears ${whose(fact)} promise: no quorum yet.`,
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
  who,
  from,
  bal,
  val,
  wanted,
  answers,
  highest,
}: Fact & { readonly type: 'proposes' }): string {
  const others = answers.map(({ acceptor }) => acceptor).filter((acceptor) => acceptor !== from);
  const quorum = others.length === 0 ? `${from} alone is` : `${list([...others, from])} are`;
  const heard = `hears ${whose({ who, from })} promise: ${quorum} a quorum.`;
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
