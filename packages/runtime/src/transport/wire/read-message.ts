import type { Message, Message1b } from '@synod/roles';
import type { Envelope } from '../transport.js';
import { exactly, Malformed, mapOf, name, oneOf, optional, type Read, shape, text, whole } from './shape.js';

const bal = whole(0);
const val = text;

const fields1b = shape<Message1b>({
  type: exactly('1b'),
  acc: name,
  bal,
  mbal: whole(-1),
  mval: optional(val),
});

/** A message of one node to another, with every number in its range. */
const readMessage: Read<Message> = oneOf<Message>({
  '1a': shape({ type: exactly('1a'), bal }),
  '1b': read1b,
  '2a': shape({ type: exactly('2a'), bal, val }),
  '2b': shape({ type: exactly('2b'), acc: name, bal, val }),
  rejected: shape({ type: exactly('rejected'), bal, maxBal: bal }),
  chosen: shape({ type: exactly('chosen'), bal, val }),
  ask: shape({ type: exactly('ask') }),
  finish: shape({ type: exactly('finish') }),
  nothing: shape({ type: exactly('nothing'), bal }),
});

/** A vote has both a ballot and a value, or there was none. */
function read1b(value: unknown): Message1b {
  const { type, acc, bal: promised, mbal, mval } = fields1b(value);
  if ((mbal === -1) !== (mval === undefined)) throw new Malformed('a vote has only one of ballot and value');
  return { type, acc, bal: promised, mbal, mval };
}

/** How many processes a vector clock may have. */
const clockLimit = 1000;

export const envelopeFields: {
  readonly instance: Read<string>;
  readonly message: Read<Message>;
  readonly clock: Read<Envelope['clock']>;
} = {
  instance: name,
  message: readMessage,
  clock: optional(mapOf(whole(0), clockLimit)),
};

/** What a node sends, held to the same rules as what it receives: the others would close the connection. */
export const readEnvelope: Read<Envelope> = shape<Envelope>(envelopeFields);
