import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { manifest, states, steps, writeExport } from '../../../test/export.js';
import { temporaryFolder } from '../../../test/folder.js';
import { readExportFile, verifyManifest, verifySources } from './verify.js';

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString();
}

it('accepts an export as it was written', async () => {
  const { folder, specs } = writeExport(temporaryFolder());
  expect(await verifyManifest(folder, specs)).toEqual(manifest);
});

describe('verifySources', () => {
  it('names the file that has changed', async () => {
    const { specs } = writeExport(temporaryFolder());
    writeFileSync(join(specs, 'M.tla'), 'something else');
    await expect(verifySources(manifest, specs)).rejects.toMatchObject({
      code: 'stale-export',
      message: 'has changed since M was exported: run "synod export M", or undo the change',
      place: { file: join(specs, 'M.tla') },
    });
  });

  it('names the file that is gone', async () => {
    const { specs } = writeExport(temporaryFolder());
    rmSync(join(specs, 'M.cfg'));
    await expect(verifySources(manifest, specs)).rejects.toMatchObject({
      code: 'stale-export',
      message: expect.stringMatching(/^is gone since M was exported/),
      place: { file: join(specs, 'M.cfg') },
    });
  });
});

describe('readExportFile', () => {
  it('unpacks, or reads what was never packed', async () => {
    const { folder } = writeExport(temporaryFolder());
    expect(await textOf(readExportFile(folder, manifest, 'steps.dot'))).toBe(steps);
    rmSync(join(folder, 'states.txt.gz'));
    writeFileSync(join(folder, 'states.txt'), states);
    expect(await textOf(readExportFile(folder, manifest, 'states.txt'))).toBe(states);
  });

  it.each<[string, string, (file: string) => void]>([
    ['is missing', 'missing-file', (file) => rmSync(file)],
    [
      'is a folder',
      'not-a-file',
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
    ['breaks off', 'truncated-gzip', (file) => truncateSync(file, readFileSync(file).length - 12)],
    ['is empty', 'truncated-gzip', (file) => truncateSync(file)],
    ['is no gzip', 'broken-gzip', (file) => writeFileSync(file, steps)],
    ['is too long', 'altered-file', (file) => writeFileSync(file, gzipSync(`${steps}x`))],
    ['is too short', 'altered-file', (file) => writeFileSync(file, gzipSync(steps.slice(1)))],
    ['is another', 'altered-file', (file) => writeFileSync(file, gzipSync(steps.replace('{', '}')))],
    [
      'is damaged',
      'broken-gzip',
      (file) => {
        const bytes = readFileSync(file);
        bytes[bytes.length - 6] = (bytes.at(-6) ?? 0) ^ 1;
        writeFileSync(file, bytes);
      },
    ],
  ])('refuses a file that %s', async (_, code, damage) => {
    const { folder } = writeExport(temporaryFolder());
    const file = join(folder, 'steps.dot.gz');
    damage(file);
    const reading = textOf(readExportFile(folder, manifest, 'steps.dot'));
    await expect(reading).rejects.toMatchObject({ name: 'InputError', code, place: { file } });
  });

  it.each([
    [`${steps}x`, `its content is longer than the ${steps.length} bytes of the manifest`],
    [steps.slice(1), `its content has ${steps.length - 1} bytes, and ${steps.length} in the manifest`],
    [steps.replace('{', '}'), 'its content has SHA-256'],
  ])('says what differs', async (content, message) => {
    const { folder } = writeExport(temporaryFolder());
    writeFileSync(join(folder, 'steps.dot.gz'), gzipSync(content));
    await expect(textOf(readExportFile(folder, manifest, 'steps.dot'))).rejects.toThrow(message);
  });

  it('lets a reader stop before the end', async () => {
    const { folder } = writeExport(temporaryFolder());
    for await (const chunk of readExportFile(folder, manifest, 'steps.dot')) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
  });
});
