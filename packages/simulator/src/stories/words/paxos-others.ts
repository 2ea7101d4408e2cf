import type { Message } from '@synod/roles';
import type { Fact } from '../facts/fact.js';
import { recordText } from './paxos-record.js';
import { list, type Says } from './says.js';

/** What happens to any node, and to messages. */
export function othersSay(
  fact: Fact & { readonly type: 'ignores' | 'idles' | 'lost' | 'doubled' | 'crashes' | 'restarts' },
): Says {
  const { who } = fact;
  switch (fact.type) {
    case 'ignores':
      if (fact.message.type === 'ask')
        return { who, one: `is asked by ${fact.from} what it knows, and has nothing to tell.` };
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
      const ledger = list(fact.records.map(recordText));
      return { who, one: `starts again. Its ledger says: ${ledger === '' ? 'nothing' : ledger}.` };
    }
  }
}

function crash({ forgotten, kept, between }: Fact & { readonly type: 'crashes' }): string {
  const gone =
    forgotten.length === 0
      ? '.'
      : `: its disk did not have ${list(forgotten.map(recordText))}, and it is forgotten.`;
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
