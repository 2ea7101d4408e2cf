/** For every byte, the remainder that it leaves: of the polynomial 1EDC6F41, bits reversed. */
const table: Uint32Array = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = (remainder & 1) === 1 ? (remainder >>> 1) ^ 0x82f63b78 : remainder >>> 1;
  }
  return remainder;
});

/**
 * The checksum CRC-32C (Castagnoli), as in RFC 3720, appendix B.4. It tells every change within 32 neighbouring bits, so that a
 * damaged byte never goes unseen.
 *
 * @param begin of what part, up to `end` (default: all)
 * @returns an unsigned 32-bit integer
 */
export function crc32c(bytes: Uint8Array, begin = 0, end: number = bytes.length): number {
  let remainder = 0xffffffff;
  // Twice as fast as going through the bytes with `of`.
  for (let at = begin; at < end; at += 1) {
    remainder = (remainder >>> 8) ^ (table[(remainder ^ (bytes[at] as number)) & 0xff] as number);
  }
  return ~remainder >>> 0;
}
