import { describe, expect, test } from 'vitest';
import { crc32c } from './crc32c.js';
import { encodeEntry, encodeHead, type StoredEntry } from './entry.js';
import { frame } from './frame.js';
import { mendLedger, readLedger } from './read-ledger.js';

const head = encodeHead('synod', 'a1');

/** Promises, votes and ballots of two instances, of different lengths. */
function someEntries(count: number): readonly StoredEntry[] {
  return Array.from({ length: count }, (_, bal): StoredEntry => {
    const instance = bal % 2 === 0 ? 'one' : 'two';
    if (bal % 3 === 0) return { instance, record: { type: 'promise', bal } };
    if (bal % 3 === 1) return { instance, record: { type: 'vote', bal, val: 'ü'.repeat(bal % 7) } };
    return { record: { type: 'ballot', bal } };
  });
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function ledger(entries: readonly StoredEntry[]): Uint8Array {
  return join([head, ...entries.map(encodeEntry)]);
}

/** The head's end, and that of every entry. */
function ends(entries: readonly StoredEntry[]): readonly number[] {
  const found = [head.length];
  for (const entry of entries) found.push((found.at(-1) as number) + encodeEntry(entry).length);
  return found;
}

const text = (entries: readonly StoredEntry[]): string => JSON.stringify(entries);

describe('what a ledger says', () => {
  test('what was written, and nothing after it', () => {
    const entries = someEntries(20);
    const bytes = ledger(entries);
    expect(readLedger(bytes)).toEqual({
      head: { ledger: 1, cluster: 'synod', node: 'a1' },
      entries,
      end: bytes.length,
      rest: 'whole',
      at: bytes.length,
    });
  });

  test.each(['', '\n', '\0', '\ud800', '"', '𝕂', 'x'.repeat(100_000)])('a vote for %j', (val) => {
    const entries: readonly StoredEntry[] = [{ instance: val, record: { type: 'vote', bal: 7, val } }];
    expect(readLedger(ledger(entries))).toMatchObject({ entries, rest: 'whole' });
  });

  test('entries that cannot be written', () => {
    const big = { record: { type: 'vote', bal: 0, val: 'x'.repeat(16 * 1024 * 1024) } } as const;
    expect(() => encodeEntry(big)).toThrow('at most 16777216 go into a ledger');
    for (const bal of [-1, 0.5, Number.NaN, 2 ** 60]) {
      expect(() => encodeEntry({ record: { type: 'promise', bal } })).toThrow('a record of ballot');
    }
  });

  const payload = (value: string): Uint8Array => frame(new TextEncoder().encode(value));
  test.each([
    ['another kind of file', new TextEncoder().encode('{"trace":1,"spec":"Paxos"}\n'), 0, 'checksum'],
    ['no head', encodeEntry({ record: { type: 'promise', bal: 1 } }), 0, 'whose ledger'],
    ['another version', payload('{"ledger":2,"cluster":"c","node":"n"}'), 0, 'has version 2'],
    ['no JSON', join([head, payload('{')]), head.length, 'neither promise'],
    ['null', join([head, payload('null')]), head.length, 'neither promise'],
    ['another record', join([head, payload('{"record":{"type":"x","bal":1}}')]), head.length, 'neither'],
    [
      'a vote for nothing',
      join([head, payload('{"record":{"type":"vote","bal":1}}')]),
      head.length,
      'neither',
    ],
    [
      'a ballot below 0',
      join([head, payload('{"record":{"type":"ballot","bal":-1}}')]),
      head.length,
      'neither',
    ],
    ['no text', join([head, frame(Uint8Array.of(0xff, 0xfe))]), head.length, 'neither'],
  ])('%s is damaged', (_, bytes, at, reason) => {
    const reading = readLedger(bytes);
    expect(reading).toMatchObject({ rest: 'damaged', at, entries: [] });
    expect(reading.reason).toContain(reason);
  });

  test('a record of 2 GB, announced by a header that is right', () => {
    const bytes = frame(Uint8Array.of(1));
    const header = new DataView(bytes.buffer);
    header.setUint32(0, 2 ** 31, true);
    header.setUint32(8, crc32c(bytes.subarray(0, 8)), true);
    const reason = 'a record announces 2147483648 bytes';
    expect(readLedger(bytes)).toMatchObject({ rest: 'damaged', at: 0, reason });
  });
});

describe('a crash', () => {
  const entries = someEntries(30);
  const bytes = ledger(entries);
  const whole = ends(entries);

  test.each([0, 1, 2, 12, 13, 4096])(
    'after every byte, with %i zeros where the file had grown: the whole records are there, the torn one is not',
    (zeros) => {
      const wrong: number[] = [];
      for (let kept = 0; kept <= bytes.length; kept += 1) {
        const left = new Uint8Array(kept + zeros);
        left.set(bytes.subarray(0, kept));
        const reading = readLedger(left);
        // A record that lacks nothing but its line feed counts.
        const records = whole.filter((end) => end - 1 <= kept).length;
        const rest = zeros === 0 && whole.includes(kept) ? 'whole' : 'torn';
        const mended = bytes.subarray(0, whole[records - 1] ?? 0);
        const right =
          reading.rest === rest &&
          text(reading.entries) === text(entries.slice(0, Math.max(0, records - 1))) &&
          Buffer.compare(mendLedger(left, reading), mended) === 0;
        if (!right) wrong.push(kept);
      }
      expect(wrong).toEqual([]);
    },
  );
});

describe('one byte is changed', () => {
  const entries = someEntries(100);
  const bytes = ledger(entries);
  const all = text(entries);

  test.each([0, 1, 30])(
    'anywhere, to many values, with %i zeros at the end: nothing is forgotten',
    (zeros) => {
      const damaged = new Uint8Array(bytes.length + zeros);
      damaged.set(bytes);
      const mistaken: string[] = [];
      let refused = 0;
      for (let at = 0; at < damaged.length; at += 1) {
        const right = damaged[at] as number;
        const last = at >= bytes.length - encodeEntry(entries.at(-1) as StoredEntry).length;
        for (const wrong of last && zeros === 0 ? everyByte : [at % 2 === 0 ? 0 : right ^ 1]) {
          if (wrong === right) continue;
          damaged[at] = wrong;
          const reading = readLedger(damaged);
          if (reading.rest === 'damaged') refused += 1;
          // Whatever is said, what is said is as it was written.
          else if (text(reading.entries) !== all) mistaken.push(`byte ${at} is ${wrong}`);
        }
        damaged[at] = right;
      }
      expect(mistaken).toEqual([]);
      expect(refused).toBeGreaterThan(bytes.length * 0.9);
    },
  );

  const everyByte = Array.from({ length: 256 }, (_, byte) => byte);
});
