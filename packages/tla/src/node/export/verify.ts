import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '../../error.js';
import { fileError } from '../read-bytes.js';
import { type ExportFile, exportFiles, type FileDigest, type Manifest } from './manifest.js';
import { readManifest } from './manifest-read.js';

/**
 * Holds an export to the specification as it is now. This is cheap: it reads a few short files.
 *
 * @param specsFolder where the model's module and cfg and all that they reach lie
 * @param again the command that makes the export, for the message
 * @throws InputError `stale-export` that names a file which has changed since the export
 */
export async function verifySources(
  manifest: Manifest,
  specsFolder: string,
  again: string = `synod export ${manifest.model}`,
): Promise<void> {
  for (const [name, expected] of Object.entries(manifest.sources)) {
    const file = join(specsFolder, name);
    const found = await sha256OfFile(file).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    });
    if (found === expected) continue;
    const what = found === undefined ? 'is gone' : 'has changed';
    const message = `${what} since ${manifest.model} was exported: run "${again}", or undo the change`;
    throw new InputError('stale-export', message, { file });
  }
}

/**
 * The content of one of an export's files, unpacked, in chunks of whatever size. It is verified on the way: at
 * its end at the latest an error is thrown if this is not the content that the manifest describes.
 *
 * @throws InputError `missing-file`, `not-a-file`, `no-access`, `truncated-gzip`, `broken-gzip`, `altered-file`
 */
export async function* readExportFile(
  folder: string,
  manifest: Manifest,
  name: ExportFile,
): AsyncGenerator<Uint8Array, void, undefined> {
  const packed = join(folder, `${name}.gz`);
  const file = (await exists(packed)) ? packed : join(folder, name);
  if (file !== packed && !(await exists(file))) {
    const message = `this file of the export of ${manifest.model} is missing: restore it, or export anew`;
    throw new InputError('missing-file', message, { file: packed });
  }
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  // The outcome of the pipeline is that of its last stream, which is read here.
  const content = file === packed ? pipeline(source, createGunzip({ chunkSize: 1 << 18 }), () => {}) : source;
  try {
    yield* verified(content, manifest.files[name], file);
  } catch (error) {
    throw explained(error, file);
  } finally {
    source.destroy();
  }
}

/**
 * Passes chunks on and hashes them. Whoever stops before the end has had nothing verified.
 *
 * @param file how error messages name it
 * @throws InputError `altered-file`
 */
async function* verified(
  chunks: AsyncIterable<Uint8Array>,
  expected: FileDigest,
  file: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  const altered = (what: string): InputError =>
    new InputError('altered-file', `${what}: this is not what TLC wrote; restore it, or export anew`, {
      file,
    });
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
    if (bytes > expected.bytes)
      throw altered(`its content is longer than the ${expected.bytes} bytes of the manifest`);
    yield chunk;
  }
  if (bytes < expected.bytes)
    throw altered(`its content has ${bytes} bytes, and ${expected.bytes} in the manifest`);
  const found = hash.digest('hex');
  if (found !== expected.sha256)
    throw altered(`its content has SHA-256 ${found}, and ${expected.sha256} in the manifest`);
}

/** Reads all files of an export to their ends. See {@link readExportFile} for what is wrong with one. */
async function verifyFiles(folder: string, manifest: Manifest): Promise<void> {
  for (const name of exportFiles) {
    for await (const _ of readExportFile(folder, manifest, name)) {
      // Reading verifies.
    }
  }
}

/**
 * Holds an export to the specification and to its own manifest, both.
 *
 * @returns the manifest
 */
export async function verifyManifest(folder: string, specsFolder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await verifySources(manifest, specsFolder);
  await verifyFiles(folder, manifest);
  return manifest;
}

function explained(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'Z_BUF_ERROR') {
    return new InputError('truncated-gzip', 'this gzip breaks off: restore it, or export anew', { file });
  }
  if (code?.startsWith('Z_') === true) {
    return new InputError('broken-gzip', 'this is no gzip, or a damaged one: restore it, or export anew', {
      file,
    });
  }
  return fileError(error, file);
}

async function sha256OfFile(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
