import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLedger } from '@synod/roles';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../src/storage/ledger.js';
import { openLedger } from '../../src/storage/open-ledger.js';

const whose = { cluster: 'synod', node: 'a1' };
const vote = (bal: number): LedgerEntry => ({ instance: 'law', record: { type: 'vote', bal, val: 'K' } });

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'synod-ledger-')), 'nodes', 'a1');
});
afterEach(() => {
  rmSync(join(folder, '..', '..'), { recursive: true });
});

test('written, torn, cut, made smaller, and read again', async () => {
  const ledger = await openLedger(folder, whose);
  for (let bal = 0; bal < 50; bal += 1) {
    ledger.append(vote(bal));
    if (bal % 7 === 0) await ledger.sync();
  }
  await ledger.close();
  expect(readdirSync(folder)).toEqual(['ledger']);

  truncateSync(join(folder, 'ledger'), ledger.size - 5);
  const torn = await openLedger(folder, whose);
  expect(torn.entries).toEqual(Array.from({ length: 49 }, (_, bal) => vote(bal)));
  await torn.compact();
  torn.append(vote(60));
  await torn.close();
  expect(readLedger(readFileSync(join(folder, 'ledger')))).toMatchObject({
    rest: 'whole',
    entries: [vote(48), vote(60)],
    end: torn.size,
  });
});

test('a file where the folder should be', async () => {
  writeFileSync(join(folder, '..', '..', 'file'), '');
  const opened = openLedger(join(folder, '..', '..', 'file', 'a1'), whose);
  await expect(opened).rejects.toMatchObject({ code: 'disk-failed' });
});

test.runIf(process.platform === 'linux')('a folder that refuses every name', async () => {
  await expect(openLedger('/proc/synod/a1', whose)).rejects.toThrow(
    '/proc/synod/a1 could not be made (ENOENT)',
  );
});

describe('a folder that another process has', () => {
  /** A process that opens the ledger, says so, and waits. */
  function holder(): ReturnType<typeof spawn> {
    const runtime = new URL('../../dist/index.js', import.meta.url).href;
    const program = `
      const { openLedger } = await import(${JSON.stringify(runtime)});
      const ledger = await openLedger(${JSON.stringify(folder)}, ${JSON.stringify(whose)});
      ledger.append(${JSON.stringify(vote(1))});
      await ledger.sync();
      console.log('open');
      setInterval(() => {}, 1000);`;
    return spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  test('is locked, until that is killed', async () => {
    const child = holder();
    try {
      await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
      const refused = openLedger(folder, whose);
      await expect(refused).rejects.toMatchObject({ code: 'locked' });
      await expect(refused).rejects.toThrow(`${folder} is in use by process ${child.pid ?? 0}:`);
    } finally {
      child.kill('SIGKILL');
    }
    await once(child, 'exit');
    const ledger = await openLedger(folder, whose);
    expect(ledger.entries).toEqual([vote(1)]);
    await expect(openLedger(folder, whose)).rejects.toMatchObject({ code: 'locked' });
    await ledger.close();
    expect(readdirSync(folder)).toEqual(['ledger']);
  });

  test('is not, if its number is that of another process now', async () => {
    await (await openLedger(folder, whose)).close();
    writeFileSync(join(folder, `lock.${process.pid}.1-00000000.1`), '');
    writeFileSync(join(folder, 'lock.999999999.1-00000000.1'), '');
    const ledger = await openLedger(folder, whose);
    await ledger.close();
    expect(readdirSync(folder)).toEqual(['ledger']);
  });

  test('of many who come at once, at most one has it', async () => {
    const opened = await Promise.allSettled(Array.from({ length: 20 }, () => openLedger(folder, whose)));
    const got = opened.filter(({ status }) => status === 'fulfilled');
    expect(got.length).toBeLessThanOrEqual(1);
    for (const result of opened) if (result.status === 'fulfilled') await result.value.close();
    await (await openLedger(folder, whose)).close();
    expect(readdirSync(folder)).toEqual(['ledger']);
  });
});
