import { Encoder } from '@msgpack/msgpack';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFrame, examples } from '../../../test/transport/frames.js';
import { decodeFrame, encodeFrame, headerLength } from './codec.js';

const msgpack = new Encoder({ ignoreUndefined: true });
const decode = (value: unknown) => decodeFrame(msgpack.encode(value));

/** Every value made of this one by leaving out a field, anywhere. */
function* withoutAField(value: unknown): Iterable<{ readonly field: string; readonly value: unknown }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [field, inner] of Object.entries(value)) {
    const { [field]: _, ...rest } = value as Record<string, unknown>;
    yield { field, value: rest };
    for (const less of withoutAField(inner))
      yield { field: less.field, value: { ...value, [field]: less.value } };
  }
}

/** Every value made of this one by another field, anywhere. */
function* withAnotherField(value: unknown): Iterable<unknown> {
  if (typeof value !== 'object' || value === null) return;
  yield { ...value, another: true };
  for (const [field, inner] of Object.entries(value)) {
    for (const more of withAnotherField(inner)) yield { ...value, [field]: more };
  }
}

describe('a frame', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(anyFrame, (given) => {
        const bytes = encodeFrame(given);
        expect(bytes.readUInt32BE()).toBe(bytes.length - headerLength);
        expect(decodeFrame(bytes.subarray(headerLength))).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });

  it.each(examples)('is not cut: $type', (example) => {
    const bytes = encodeFrame(example).subarray(headerLength);
    expect(decodeFrame(bytes)).toEqual(example);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeFrame(bytes.subarray(0, length)).type).toBe('malformed');
    }
    expect(decodeFrame(Buffer.concat([bytes, Buffer.of(0)])).type).toBe('malformed');
  });

  it.each(examples)('has all its fields, and no other: $type', (example) => {
    for (const { field, value } of withoutAField(example)) {
      const optional = ['clock', 'n1', 'a', 'b', 'c'].includes(field);
      expect(decode(value).type === 'malformed', JSON.stringify(value)).toBe(!optional);
    }
    for (const value of withAnotherField(example)) {
      // A vector clock and a status have whichever names they have: there, `true` is what the one refuses.
      const free = example.type === 'response' && JSON.stringify(value).includes('"c":true,"another"');
      expect(decode(value).type === 'malformed', JSON.stringify(value)).toBe(!free);
    }
  });

  it('has numbers in their ranges', () => {
    const of = (each: object) => ({ type: 'envelope', instance: 'law', message: each });
    const b1 = { type: '1b', acc: 'n1', bal: 1 };
    const wrong: readonly object[] = [
      ...[-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '1', null, true, 2 ** 64].flatMap(
        (number) => [
          of({ type: '1a', bal: number }),
          of({ type: 'nothing', bal: number }),
          of({ type: 'chosen', bal: number, val: 'K' }),
          of({ type: '2a', bal: number, val: 'K' }),
          of({ type: '2b', acc: 'n1', bal: number, val: 'K' }),
          of({ type: 'rejected', bal: number, maxBal: 1 }),
          of({ type: 'rejected', bal: 1, maxBal: number }),
          of({ ...b1, bal: number, mbal: -1 }),
          of({ ...b1, mbal: number, mval: 'K' }),
          { ...of({ type: 'ask' }), clock: { n1: number } },
          { type: 'request', id: number, request: { type: 'status' } },
        ],
      ),
      of({ ...b1, mbal: -2 }),
      of({ ...b1, mbal: 0 }),
      of({ ...b1, mbal: -1, mval: 'K' }),
    ];
    for (const value of wrong)
      expect(decode(value), JSON.stringify(value)).toMatchObject({ type: 'malformed' });
    expect(decode(of({ ...b1, mbal: -1 }))).toMatchObject({ message: { ...b1, mbal: -1, mval: undefined } });
    expect(decode(of({ type: '1a', bal: 2 ** 53 - 1 }))).toMatchObject({ message: { bal: 2 ** 53 - 1 } });
    // A float that is minus zero.
    const float = Buffer.from('82a474797065a23161a362616ccb8000000000000000', 'hex');
    const bytes = Buffer.concat([
      Buffer.from('83a474797065a8656e76656c6f7065a8696e7374616e6365a36c6177a76d657373616765', 'hex'),
      float,
    ]);
    expect(decodeFrame(bytes)).toStrictEqual({
      type: 'envelope',
      instance: 'law',
      message: { type: '1a', bal: 0 },
    });
  });

  it('has names that can be shown and are not too long', () => {
    const wrong = ['', 'x'.repeat(201), 'é'.repeat(101), 'two\nlines', '\u001B[2J', 7, null];
    for (const instance of wrong) {
      const value = { type: 'envelope', instance, message: { type: 'ask' } };
      expect(decode(value), JSON.stringify(value)).toMatchObject({ type: 'malformed' });
      expect(decode({ type: 'hello', as: 'client', version: 1, cluster: instance }).type).toBe('malformed');
      expect(decode({ type: 'refused', reason: 'stranger', message: instance }).type === 'malformed').toBe(
        typeof instance !== 'string' || /\p{Cc}/u.test(instance),
      );
    }
    expect(decode({ type: 'envelope', instance: 'é'.repeat(100), message: { type: 'ask' } }).type).toBe(
      'envelope',
    );
  });

  it('has texts that are Unicode', () => {
    const bytes = encodeFrame({ type: 'response', id: 0, response: { type: 'chosen', val: 'ABC' } });
    for (const wrong of ['80', 'C0AF', 'EDA080', 'F4908080']) {
      const replaced = Buffer.from(bytes.subarray(headerLength));
      replaced.write(wrong.padStart(6, '41').slice(0, 6), replaced.indexOf('ABC'), 'hex');
      expect(decodeFrame(replaced).type, wrong).toBe('malformed');
    }
  });

  it('of another version is known for that, whatever else it says', () => {
    expect(decode({ type: 'hello', version: 2, whatever: { it: 'says' } })).toEqual({
      type: 'other-version',
      version: 2,
    });
    expect(decode({ type: 'hello', version: 0 })).toEqual({ type: 'other-version', version: 0 });
    for (const value of [{ type: 'hello', version: '2' }, { type: 'ping', version: 2 }, { version: 2 }]) {
      expect(decode(value).type).toBe('malformed');
    }
  });
});

describe('bytes that are no frame', () => {
  it('never throw, whatever they are; and what is read of them can be sent', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.anything({ withBigInt: false }).map((value) => {
        try {
          return msgpack.encode(value);
        } catch {
          return new Uint8Array();
        }
      }),
      fc.tuple(anyFrame, fc.nat(), fc.nat(255)).map(([given, at, byte]) => {
        const damaged = encodeFrame(given).subarray(headerLength);
        damaged[at % damaged.length] = byte;
        return damaged;
      }),
    );
    fc.assert(
      fc.property(bytes, (given) => {
        const decoded = decodeFrame(given);
        if (decoded.type === 'malformed' || decoded.type === 'other-version') return;
        expect(decodeFrame(encodeFrame(decoded).subarray(headerLength))).toEqual(decoded);
      }),
      { numRuns: 2000 },
    );
  });

  // Why it is refused says when: at once, or after room was made.
  it.each([
    ['an array of 4 billion', 'ddffffffff', /array length/],
    ['a map of 4 billion', 'dfffffffff', /map length/],
    ['a text of 4 billion', 'dbffffffff', /Insufficient data/],
    ['bytes of 4 billion', 'c6ffffffff', /Insufficient data/],
    ['an extension', 'c70101ff', /ext length/],
    ['an array', '91c0', /array length/],
    ['nothing', '', /msgpack/],
    ['nil', 'c0', /a map is missing/],
    ['a byte that means nothing', 'c1', /Unrecognized type byte/],
    ['a name for the prototype', '81a95f5f70726f746f5f5fc0', /__proto__/],
    ['a map with numbers for names', '8101c0', /a field has no name/],
  ])('are refused: %s', (_, hex, problem) => {
    const expected = { type: 'malformed', problem: expect.stringMatching(problem) };
    expect(decodeFrame(Buffer.from(hex, 'hex'))).toMatchObject(expected);
  });

  it.each([
    ['maps in maps', '81a0', /too many fields/],
    ['arrays in arrays', '91', /array length/],
  ])('are refused however deep they go: %s', (_, hex, problem) => {
    const deep = Buffer.from(hex.repeat(1_000_000 / (hex.length / 2)), 'hex');
    const expected = { type: 'malformed', problem: expect.stringMatching(problem) };
    expect(decodeFrame(deep)).toMatchObject(expected);
    expect(decodeFrame(encodeFrame({ type: 'ping' }).subarray(headerLength))).toEqual({ type: 'ping' });
  });

  it('are refused with more names than a frame can have', () => {
    const clock = (size: number) =>
      Object.fromEntries(Array.from({ length: size }, (_, at) => [`n${at}`, at]));
    const value = (size: number) => ({
      type: 'envelope',
      instance: 'law',
      message: { type: 'ask' },
      clock: clock(size),
    });
    expect(decode(value(1000)).type).toBe('envelope');
    expect(decode(value(1001)).type).toBe('malformed');
    expect(decode(value(100_000)).type).toBe('malformed');
  });
});
