import { crc32c } from './crc32c.js';

/** Bytes before a payload: its length, its checksum, and the checksum of these two; each 4 bytes, the lowest first. */
const headerLength = 12;

/** The longest payload, in bytes. */
export const longestPayload: number = 16 * 1024 * 1024;

const lineFeed = 10;

/** Header, payload and a line feed. */
export function frame(payload: Uint8Array): Uint8Array {
  const { length } = payload;
  if (length === 0 || length > longestPayload) {
    throw new RangeError(`an entry of ${length} bytes; at most ${longestPayload} go into a ledger`);
  }
  const bytes = new Uint8Array(headerLength + length + 1);
  const header = new DataView(bytes.buffer, 0, headerLength);
  header.setUint32(0, length, true);
  header.setUint32(4, crc32c(payload), true);
  header.setUint32(8, crc32c(bytes, 0, 8), true);
  bytes.set(payload, headerLength);
  bytes[headerLength + length] = lineFeed;
  return bytes;
}

/** What is found where a frame should begin. */
export type Found =
  /** `ended`: its line feed is there. `next`: where the next one begins. */
  | { readonly type: 'frame'; readonly payload: Uint8Array; readonly ended: boolean; readonly next: number }
  /** What a crash left of one: its beginning, and perhaps zeros after that. */
  | { readonly type: 'torn' }
  | { readonly type: 'damaged'; readonly reason: string };

/**
 * Tells a frame, a torn one and a damaged one apart. Torn is only what cannot be a whole frame of which one byte was changed:
 * a payload has no zeros, so of a whole frame with a wrong byte in its header the payload is there, and of one with a wrong byte
 * in its payload the line feed is.
 *
 * @param written where the zeros begin that `bytes` ends in: its length if there are none
 */
export function frameAt(bytes: Uint8Array, written: number, at: number): Found {
  const begin = at + headerLength;
  if (bytes.length < begin) return { type: 'torn' };
  if (uint32(bytes, at + 8) !== crc32c(bytes, at, at + 8)) {
    return written <= begin ? { type: 'torn' } : damaged('the header of a record has a wrong checksum');
  }
  const length = uint32(bytes, at);
  if (length === 0 || length > longestPayload) return damaged(`a record announces ${length} bytes`);
  const end = begin + length;
  if (bytes.length < end) return { type: 'torn' };
  if (uint32(bytes, at + 4) !== crc32c(bytes, begin, end)) {
    return written < end ? { type: 'torn' } : damaged('a record has a wrong checksum');
  }
  const ended = bytes[end] === lineFeed;
  // The payload is there and right: it counts, whatever became of the line feed at the end of the file.
  if (ended || written <= end) {
    return { type: 'frame', payload: bytes.subarray(begin, end), ended, next: end + 1 };
  }
  return damaged('a record does not end with a line feed');
}

function uint32(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}

function damaged(reason: string): Found {
  return { type: 'damaged', reason };
}

/** Where the zeros begin that `bytes` ends in. */
export function writtenLength(bytes: Uint8Array): number {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0) length -= 1;
  return length;
}
