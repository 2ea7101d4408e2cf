import { headerLength } from './codec.js';

/** Cuts what comes over a connection into frames. */
export interface FrameReader {
  /**
   * The frames that are complete now, without their lengths; their bytes are good until the next one is asked for. Ends with `too-large`
   * where a frame is announced that is longer than the limit then is: there is no way on.
   *
   * @param limit how long a frame may be, in bytes; asked before each
   */
  read(chunk: Buffer, limit: () => number): Generator<Buffer | 'too-large'>;
  /** Whether a frame has begun that is not complete. */
  readonly partial: boolean;
}

/** Holds what has come of a frame, and never makes room for more than twice of it, whatever its length claims. */
export function frameReader(): FrameReader {
  let held: Buffer = Buffer.alloc(0);
  let size = 0;

  /** Takes bytes of the chunk until `length` are held; where it goes on from. */
  const take = (chunk: Buffer, at: number, length: number): number => {
    const end = Math.min(chunk.length, at + length - size);
    const needed = size + end - at;
    if (needed > held.length) {
      const grown = Buffer.allocUnsafe(Math.max(needed, Math.min(length, 2 * held.length)));
      held.copy(grown, 0, 0, size);
      held = grown;
    }
    chunk.copy(held, size, at, end);
    size = needed;
    return end;
  };

  return {
    *read(chunk, limit) {
      let at = 0;
      while (at < chunk.length) {
        if (size < headerLength) at = take(chunk, at, headerLength);
        if (size < headerLength) return;
        const length = held.readUInt32BE(0);
        if (length > limit()) {
          yield 'too-large';
          return;
        }
        const whole = headerLength + length;
        if (size === headerLength && chunk.length - at >= length) {
          // All of it is in this chunk: no need to copy it.
          size = 0;
          yield chunk.subarray(at, at + length);
          at += length;
          continue;
        }
        at = take(chunk, at, whole);
        if (size < whole) return;
        const frame = held.subarray(headerLength, whole);
        held = Buffer.alloc(0);
        size = 0;
        yield frame;
      }
    },
    get partial() {
      return size > 0;
    },
  };
}
