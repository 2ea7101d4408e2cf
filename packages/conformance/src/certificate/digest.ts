import { hash } from 'node:crypto';

/** The bytes of a SHA-256. */
export const digestLength = 32;

/** The SHA-256 of a text, or of its bytes. */
export function sha256(text: string | Uint8Array): Uint8Array {
  return hash('sha256', text, 'buffer');
}

/** A sum of digests, modulo 2^256: the same in whatever order they come. */
export class DigestSum {
  readonly #bytes = new Uint8Array(digestLength);
  #count = 0;

  /** How many digests have been added. */
  get count(): number {
    return this.#count;
  }

  add(digest: Uint8Array): void {
    this.#count++;
    let carry = 0;
    for (let i = digestLength - 1; i >= 0; i--) {
      const sum = (this.#bytes[i] as number) + (digest[i] as number) + carry;
      this.#bytes[i] = sum & 0xff;
      carry = sum >>> 8;
    }
  }

  /** As hexadecimal digits. */
  toString(): string {
    return Buffer.from(this.#bytes).toString('hex');
  }
}
