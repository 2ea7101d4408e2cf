import { expect, test } from 'vitest';
import { crc32c } from './crc32c.js';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

// The 32-byte ones are those of RFC 3720, appendix B.4.
test.each([
  ['nothing', new Uint8Array(), 0],
  ['the check value', ascii('123456789'), 0xe3069283],
  ['one letter', ascii('a'), 0xc1d04330],
  ['zeros', new Uint8Array(32), 0x8a9136aa],
  ['ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
  ['upwards', Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
  ['downwards', Uint8Array.from({ length: 32 }, (_, index) => 31 - index), 0x113fdb5c],
])('%s', (_, bytes, sum) => {
  expect(crc32c(bytes)).toBe(sum);
});
