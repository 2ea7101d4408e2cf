import { Decoder, Encoder } from '@msgpack/msgpack';
import type { Decoded, Frame } from './frame.js';
import { readFrame } from './read-frame.js';
import { Malformed } from './shape.js';

/** The bytes that say how long a frame is: an unsigned number, the highest byte first. */
export const headerLength = 4;

/** A frame can hold the largest vector clock that is read, and the fields around it. */
const mostKeys = 1100;

const encoder = new Encoder({ ignoreUndefined: true });

/** The bytes of a frame, its length first. */
export function encodeFrame(frame: Frame): Buffer {
  const body = encoder.encodeSharedRef(frame);
  const bytes = Buffer.allocUnsafe(headerLength + body.length);
  bytes.writeUInt32BE(body.length);
  bytes.set(body, headerLength);
  return bytes;
}

let keys = 0;

const decoder = new Decoder({
  // Texts as bytes: msgpack's own decoding lets pass what is not UTF-8, and drops a byte order mark.
  rawStrings: true,
  // No frame has arrays; room for one would be made as soon as its length is read.
  maxArrayLength: 0,
  maxExtLength: 0,
  maxMapLength: mostKeys,
  mapKeyConverter: (key) => {
    // Maps in maps take room, too. There is a key to each.
    keys += 1;
    if (keys > mostKeys) throw new Malformed('there are too many fields');
    if (typeof key !== 'string') throw new Malformed('a field has no name');
    return key;
  },
});

/** What the bytes of a frame say, without its length. Never throws; makes no more of them than a few times their number. */
export function decodeFrame(bytes: Uint8Array): Decoded {
  keys = 0;
  let value: unknown;
  try {
    value = decoder.decode(bytes);
  } catch (error) {
    // Whatever msgpack throws, it throws because of the bytes; none of it quotes them.
    const why = error instanceof Error ? error.message : String(error);
    return { type: 'malformed', problem: `it is not msgpack as it is used here: ${why}` };
  }
  return readFrame(value);
}
