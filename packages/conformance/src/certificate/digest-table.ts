import { digestLength } from './digest.js';

/** How many digests are in a page, as a power of two: what is kept grows by pages, and nothing is copied. */
const pageBits = 14;
const hexDigits = Buffer.from('0123456789abcdef');

/** The digest of each state, by its number: 32 bytes a state, and nothing else. */
export class DigestTable {
  readonly #pages: Uint8Array[] = [];

  set(state: number, digest: Uint8Array): void {
    while (state >>> pageBits >= this.#pages.length) {
      this.#pages.push(new Uint8Array(digestLength << pageBits));
    }
    this.#pages[state >>> pageBits]?.set(digest, offsetOf(state));
  }

  /** Whether the digest of a state is there. False also for a digest that begins with eight zeros: one of 2^32. */
  has(state: number): boolean {
    const page = this.#pages[state >>> pageBits];
    const offset = offsetOf(state);
    return (
      page !== undefined &&
      (page[offset] !== 0 || page[offset + 1] !== 0 || page[offset + 2] !== 0 || page[offset + 3] !== 0)
    );
  }

  /** Writes the digest of a state as hexadecimal digits in ASCII: twice as many bytes. */
  writeHex(state: number, to: Uint8Array, start: number): void {
    const page = this.#pages[state >>> pageBits] as Uint8Array;
    const offset = offsetOf(state);
    for (let i = 0; i < digestLength; i++) {
      const byte = page[offset + i] as number;
      to[start + 2 * i] = hexDigits[byte >> 4] as number;
      to[start + 2 * i + 1] = hexDigits[byte & 15] as number;
    }
  }
}

/** Where the digest of a state begins in its page. */
function offsetOf(state: number): number {
  return (state & ((1 << pageBits) - 1)) * digestLength;
}
