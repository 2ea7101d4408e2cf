import { createReadStream, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip, gunzipSync } from 'node:zlib';
import { InputError } from '../error.js';

const chunkSize = 1024 * 1024;

/**
 * The bytes of a file, unpacked if it is compressed with gzip, whatever its name: for the readers of this
 * package.
 *
 * @throws InputError, while it is read, if the file is missing, not to be read or empty, or its gzip is cut or
 *   corrupted
 */
export async function* readBytes(path: string): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of (await isGzip(path)) ? gunzip(path) : plain(path)) {
      bytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw fileError(error, path);
  }
  if (bytes > 0) return;
  throw new InputError('empty', 'The file is empty.', { file: path });
}

/** The longest content that {@link readBytesSync} unpacks. */
const longest = 512 * 1024 * 1024;

/**
 * The bytes of a file in one piece, as {@link readBytes} gives them, without waiting: for files that are short.
 *
 * @throws InputError
 */
export function readBytesSync(path: string): Uint8Array {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes, { maxOutputLength: longest });
  } catch (error) {
    throw fileError(error, path);
  }
  if (bytes.length > 0) return bytes;
  throw new InputError('empty', 'The file is empty.', { file: path });
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

function plain(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: chunkSize });
}

async function* gunzip(path: string): AsyncGenerator<Uint8Array> {
  const source = createReadStream(path, { highWaterMark: chunkSize });
  const unpacked = createGunzip({ chunkSize });
  source.on('error', (error) => unpacked.destroy(error));
  source.pipe(unpacked);
  try {
    for await (const chunk of unpacked) yield chunk as Uint8Array;
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

const reasons: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ENOENT: ['missing-file', 'There is no such file.'],
  EISDIR: ['not-a-file', 'This is a folder, not a file.'],
  EACCES: ['no-access', 'The file may not be read.'],
  EPERM: ['no-access', 'The file may not be read.'],
  ERR_FS_FILE_TOO_LARGE: ['too-long', 'The file is too large to be read in one piece.'],
  ERR_BUFFER_TOO_LARGE: ['too-long', 'The file is too large to be read in one piece.'],
  Z_BUF_ERROR: ['gzip-truncated', 'The gzip file ends too early: it was cut. Copy or export it again.'],
  Z_DATA_ERROR: ['gzip-corrupted', 'The gzip file is corrupted. Copy or export it again.'],
};

/** What is wrong with a file, in a sentence; any error but those of the file is passed on as it is. */
export function fileError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const reason = reasons[error.code];
  if (reason === undefined) return error;
  return new InputError(reason[0], reason[1], { file }, { cause: error });
}
