import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterProblems } from '@synod/roles';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../source.js';
import { hiddenMistakes, mistakes } from './catalogue.js';
import { patched } from './patch.js';

const all = [...mistakes, ...hiddenMistakes];
const built = join(packageFolder('roles'), 'dist');

describe('the catalogue of protocol mistakes', () => {
  it('has at least thirty that are caught', () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(30);
  });

  it('names each mistake once, and no two are the same', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ patches }) => JSON.stringify(patches))).size).toBe(all.length);
  });

  it('says of each what it is in a sentence', () => {
    for (const { id, mistake } of all) expect(mistake, id).toMatch(/^[A-Z].*\.$/);
    for (const { id, proof } of hiddenMistakes) expect(proof, id).toMatch(/^[A-Z].*\.$/);
  });

  it.each(all)('$id fits the roles as they are built, and is JavaScript', async ({ id, patches }) => {
    const texts = new Map<string, string>();
    for (const patch of patches) {
      const before = texts.get(patch.file) ?? (await readFile(join(built, patch.file), 'utf8'));
      texts.set(patch.file, patched(before, patch, id));
    }
    for (const text of texts.values()) {
      expect(() => parse(text, { ecmaVersion: 2023, sourceType: 'module' })).not.toThrow();
    }
  });

  it('has no cluster that would be refused', () => {
    for (const { id, scenario } of all) expect(clusterProblems(scenario.cluster), id).toEqual([]);
  });
});

describe('a patch', () => {
  const patch = { file: 'vote.js', find: 'bal', replace: 'b' };

  it('replaces what stands there once', () => {
    expect(patched('if (bal)', patch, 'm')).toBe('if (b)');
    expect(patched('$&bal', { ...patch, replace: '$&' }, 'm')).toBe('$&$&');
  });

  it('whose text is gone, or is there twice, is named', () => {
    expect(() => patched('if (ballot < 0 || bal)', patch, 'acceptor/m')).toThrow(
      'the source has changed: "bal" is there 2 times, and the mutant acceptor/m replaces it; write the mutant anew',
    );
    expect(() => patched('none', patch, 'acceptor/m')).toThrow(/"bal" is not there/);
  });
});
