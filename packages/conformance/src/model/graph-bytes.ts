import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '@synod/tla';
import { readBytes } from '@synod/tla/node';

/** How messages name standard input. */
export const standardInput = 'standard input';

/** The bytes of a file, or of standard input if it is called `-`; unpacked if they are compressed with gzip. */
export function graphBytes(path: string): AsyncIterable<Uint8Array> {
  return path === '-' ? unpacked(process.stdin) : readBytes(path);
}

async function* unpacked(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = input[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
    const next = await iterator.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* whole();
    return;
  }
  const source = Readable.from(whole());
  const content = createGunzip();
  source.on('error', (error) => content.destroy(error));
  try {
    for await (const chunk of source.pipe(content)) yield chunk as Uint8Array;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code?.startsWith('Z_') !== true) throw cause;
    const what = code === 'Z_BUF_ERROR' ? 'ends too early: it was cut' : 'is corrupted';
    throw new InputError('gzip', `The gzip file ${what}.`, { file: standardInput }, { cause });
  }
}

/** The text of bytes, whole lines at a time. */
export async function eachTextLine(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  visit: (line: string) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const text = rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    const lines = text.split(/\r?\n/);
    rest = lines.pop() ?? '';
    lines.forEach(visit);
  }
  rest += decoder.decode();
  if (rest !== '') visit(rest);
}
