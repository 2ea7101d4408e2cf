import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifest, writeExport } from '../../../test/export.js';
import { temporaryFolder } from '../../../test/folder.js';
import { InputError } from '../../index.js';
import { type Manifest, manifestText } from './manifest.js';
import { parseManifest, readManifest } from './manifest-read.js';

/** The manifest's text with one field, named by its path, changed; without a value it is left out. */
function altered(path: string, value?: unknown): string {
  const json: unknown = JSON.parse(manifestText(manifest));
  const keys = path.split('/');
  const last = keys.pop() as string;
  let within = json as Record<string, unknown>;
  for (const key of keys) within = within[key] as Record<string, unknown>;
  within[last] = value;
  return JSON.stringify(json);
}

/** The manifest, or why it is refused. */
function outcomeOf(text: string): Manifest | InputError {
  try {
    return parseManifest(text, 'manifest.json');
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

describe('a manifest', () => {
  it('is read as it was written', async () => {
    const { folder } = writeExport(temporaryFolder());
    expect(await readManifest(folder)).toEqual(manifest);
  });

  it('has the same text in whatever order it was put together', () => {
    const { model, sources, ...rest } = manifest;
    const reversed = Object.fromEntries(Object.entries(sources).toReversed());
    expect(manifestText({ sources: reversed, ...rest, model })).toBe(manifestText(manifest));
    expect(manifestText(manifest)).toMatch(/^\{\n {2}"format": 1,\n {2}"model": "M",\n/);
  });

  it('is missed', async () => {
    const folder = temporaryFolder();
    const missing = { code: 'no-export', place: { file: join(folder, 'manifest.json') } };
    await expect(readManifest(folder)).rejects.toMatchObject(missing);
    writeFileSync(join(folder, 'manifest.json'), '');
    await expect(readManifest(folder)).rejects.toMatchObject({ code: 'wrong-manifest' });
    await expect(readManifest(join(folder, 'manifest.json'))).rejects.toMatchObject({ code: 'no-export' });
  });

  it.each([
    ['', 'this is no JSON'],
    ['{"format": 1', 'this is no JSON'],
    ['[]', 'the manifest must be an object'],
    [altered('format', 2), 'format is 2, and only format 1 is known here'],
    [altered('model'), 'model is missing'],
    [altered('model', '../M'), 'model must be a name'],
    [altered('tlc/jar', 'abc'), 'tlc.jar must be a SHA-256'],
    [altered('tlc/origin', 'somewhere'), 'tlc.origin must be one of'],
    [altered('sources', {}), 'sources must not be empty'],
    [altered('sources/..~M.tla', 'abc'), 'sources must be named after .tla or .cfg files'],
    [altered('sources/M.tla', 7), 'sources["M.tla"] must be a text'],
    [altered('commands', 'java'), 'commands must be a list'],
    [altered('checked/properties'), 'checked.properties is missing'],
    [altered('counts/depth', -1), 'counts.depth must be a whole number'],
    [altered('counts/distinct', '1'), 'counts.distinct must be a whole number'],
    [altered('variables', [1]), 'variables[0] must be a text'],
    [altered('operators/0/formals/0/constant', ''), 'operators[0].formals[0].constant must be a text'],
    [altered('labels/0/parameters'), 'labels[0].parameters is missing'],
    [altered('files/states.txt'), 'files["states.txt"] is missing'],
    [altered('files/steps.dot/bytes', 0.5), 'files["steps.dot"].bytes must be a whole number'],
  ])('is refused: %#', (text, message) => {
    const read = (): unknown => parseManifest(text, 'manifest.json');
    expect(read).toThrow(message);
    expect(read).toThrow(
      expect.objectContaining({ code: 'wrong-manifest', place: { file: 'manifest.json' } }),
    );
  });

  it('ends in a value or an input error, whatever the text', () => {
    const paths = [
      'model',
      'tlc',
      'sources/M.tla',
      'checked/invariants',
      'operators/0',
      'labels/0/label',
      'files',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const outcome = outcomeOf(altered(path, value));
        expect('model' in outcome || outcome.code === 'wrong-manifest').toBe(true);
      }),
    );
  });
});
