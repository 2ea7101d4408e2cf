import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetOldest, keep, readKept } from './store.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'synod-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const data = { texts: ['TRUE', '{1}'], numbers: Int32Array.of(0, 1, -1), missing: undefined };

describe('what is kept', () => {
  it('is read again as it was, from a folder that is made', async () => {
    const file = join(folder, 'sides', 'one');
    await keep(file, data);
    expect(await readKept(file)).toEqual(data);
    expect(readdirSync(join(folder, 'sides'))).toEqual(['one']);
  });

  it('is not read if any byte of it has changed, or its end is missing', async () => {
    const file = join(folder, 'one');
    await keep(file, data);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] as number) ^ 1;
      writeFileSync(file, changed);
      expect(await readKept(file), `byte ${at}`).toBeUndefined();
      writeFileSync(file, whole.subarray(0, at));
      expect(await readKept(file), `${at} bytes`).toBeUndefined();
    }
  });

  it('is nothing where there is no file, and where none can be written', async () => {
    expect(await readKept(join(folder, 'none'))).toBeUndefined();
    writeFileSync(join(folder, 'file'), '');
    await keep(join(folder, 'file', 'one'), data);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('goes, what has not been used for longest first, when there is too much', async () => {
    for (const [name, age] of [
      ['old', 300],
      ['middle', 200],
      ['new', 100],
    ] as const) {
      writeFileSync(join(folder, name), Buffer.alloc(10));
      const time = new Date(Date.UTC(2026, 0, 1) - age * 1000);
      utimesSync(join(folder, name), time, time);
    }
    await forgetOldest(folder, 29);
    expect(['old', 'middle', 'new'].map((name) => existsSync(join(folder, name)))).toEqual([
      false,
      true,
      true,
    ]);
  });
});
