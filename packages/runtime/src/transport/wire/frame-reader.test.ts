import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { frameReader } from './frame-reader.js';

function framed(body: Uint8Array): Buffer {
  const bytes = Buffer.alloc(4 + body.length);
  bytes.writeUInt32BE(body.length);
  bytes.set(body, 4);
  return bytes;
}

function cut(bytes: Buffer, size: (at: number) => number): readonly Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + Math.max(1, size(at));
    chunks.push(bytes.subarray(at, end));
    at = end;
  }
  return chunks;
}

/** What is read, each frame as hexadecimal digits. */
function readAll(
  chunks: readonly Buffer[],
  limit = 1000,
): { readonly read: readonly string[]; readonly partial: boolean } {
  const reader = frameReader();
  const read: string[] = [];
  for (const chunk of chunks) {
    for (const frame of reader.read(chunk, () => limit))
      read.push(frame === 'too-large' ? frame : frame.toString('hex'));
  }
  return { read, partial: reader.partial };
}

describe('what comes over a connection', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is the same frames wherever it was cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 50 })),
        fc.infiniteStream(fc.integer({ min: 1, max: 30 })),
        (bodies, sizes) => {
          const chunks = cut(Buffer.concat(bodies.map(framed)), () => sizes.next().value);
          const expected = bodies.map((body) => Buffer.from(body).toString('hex'));
          expect(readAll(chunks)).toEqual({ read: expected, partial: false });
        },
      ),
    );
  });

  it('is the same frames when it is cut at any byte, or at every byte', () => {
    const bytes = Buffer.concat([
      framed(Buffer.of(1, 2, 3)),
      framed(Buffer.of()),
      framed(Buffer.alloc(20, 7)),
    ]);
    const expected = ['010203', '', '07'.repeat(20)];
    for (let at = 0; at <= bytes.length; at += 1) {
      expect(readAll([bytes.subarray(0, at), bytes.subarray(at)]).read).toEqual(expected);
    }
    expect(readAll(cut(bytes, () => 1)).read).toEqual(expected);
  });

  it('is partial until the last byte', () => {
    const bytes = framed(Buffer.alloc(10));
    for (let at = 1; at < bytes.length; at += 1) expect(readAll([bytes.subarray(0, at)]).partial).toBe(true);
    expect(readAll([]).partial).toBe(false);
  });

  it('may be as long as the limit, and not longer', () => {
    expect(readAll([framed(Buffer.alloc(1000))]).read).toHaveLength(1);
    expect(readAll([framed(Buffer.alloc(1001))]).read).toEqual(['too-large']);
    expect(readAll([framed(Buffer.of(5)), Buffer.of(0x7f, 0xff, 0xff, 0xff, 1, 2, 3)]).read).toEqual([
      '05',
      'too-large',
    ]);
  });

  it.each([0x80_00_00_00, 0xff_ff_ff_ff])('costs nothing when it announces %d bytes', (length) => {
    const header = Buffer.alloc(4);
    header.writeUInt32BE(length);
    const allocated = vi.spyOn(Buffer, 'allocUnsafe');
    expect(readAll(cut(header, () => 1)).read).toEqual(['too-large']);
    const total = allocated.mock.calls.reduce((sum, [size]) => sum + size, 0);
    expect(total).toBeLessThanOrEqual(16);
  });

  it('costs no more than a few times what has come, whatever it announces', () => {
    const bytes = framed(Buffer.alloc(1_000_000)).subarray(0, 1000);
    const chunks = cut(bytes, () => 10);
    const allocated = vi.spyOn(Buffer, 'allocUnsafe');
    expect(readAll(chunks, 1_048_576).partial).toBe(true);
    const total = allocated.mock.calls.reduce((sum, [size]) => sum + size, 0);
    expect(total).toBeLessThan(4 * bytes.length);
  });
});
