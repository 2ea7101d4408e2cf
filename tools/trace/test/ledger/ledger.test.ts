import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '@synod/runtime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { crashTrial } from '../../src/ledger/trial/crash-trial.js';
import { damageTrial } from '../../src/ledger/trial/damage-trial.js';
import { difference, someEntries } from '../../src/ledger/trial/trial.js';
import { trialText } from '../../src/ledger/trial/trial-text.js';
import { colours } from '../../src/output/colours.js';
import { synod } from '../synod.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'synod-ledger-'));
  file = join(folder, 'ledger');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function write(): Promise<void> {
  const ledger = await openLedger(folder, { cluster: 'synod', node: 'a1' });
  ledger.append({ instance: 'law', record: { type: 'ballot', bal: 3 } });
  ledger.append({ instance: 'law', record: { type: 'promise', bal: 3 } });
  ledger.append({
    instance: 'a "bill"',
    record: { type: 'vote', bal: 4, val: `\u001b[2J${'y'.repeat(100)}` },
  });
  ledger.append({ instance: 'law', record: { type: 'vote', bal: 3, val: 'K' } });
  await ledger.close();
}

describe('what a ledger holds', () => {
  test('in words', async () => {
    await write();
    const { status, stdout, stderr } = synod(['ledger', folder]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(`${file}: a1 of the cluster synod, 4 records, 451 bytes

instance law
  1  begins ballot 3
  2  promises to take part in no ballot below 3
  4  votes for "K" in ballot 3

instance "a \\"bill\\""
  3  votes for "\\u001b[2J${'y'.repeat(56)}…" (104 characters) in ballot 4
`);
  });

  test('as JSON', async () => {
    await write();
    const { status, stdout } = synod(['ledger', folder, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 1,
      file,
      head: { cluster: 'synod', node: 'a1' },
      entries: { length: 4 },
      rest: 'whole',
    });
  });

  test('with the configuration that it was written under', async () => {
    const configuration = 'f39e0cd0348f3021';
    await (await openLedger(folder, { cluster: 'synod', node: 'a1', configuration })).close();
    const whose = `a1 of the cluster synod (configuration ${configuration}), 0 records, 90 bytes`;
    expect(synod(['ledger', folder]).stdout).toBe(`${file}: ${whose}\n`);
  });

  test('with a torn tail, and one that lacks a line feed', async () => {
    await write();
    truncateSync(file, 450);
    const { status, stdout } = synod(['ledger', folder]);
    expect(status).toBe(0);
    expect(stdout).toContain('\nbyte 450 lacks the line feed of the last record, which counts\n');
    truncateSync(file, 400);
    const shorter = synod(['ledger', folder]);
    expect(shorter.stdout).toMatch(/\nfrom byte 377 on, 23 bytes of a record that a crash has torn: /);
    expect(shorter.stdout).not.toContain('4  votes');
  });

  test('damaged: 2, with the place', async () => {
    await write();
    const bytes = readFileSync(file);
    bytes[140] = 0;
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = synod(['ledger', folder]);
    expect(status).toBe(2);
    expect(stdout).toContain('damaged from byte 121 on: a record has a wrong checksum');
    expect(stderr).toBe(
      `synod: ${file} is damaged at byte 121: a record has a wrong checksum. Its node does not start on it.\n`,
    );
  });

  test('one that does not say whose it is: 2, as no crash leaves it', () => {
    writeFileSync(file, '');
    const { status, stdout, stderr } = synod(['ledger', folder]);
    expect([status, stdout]).toEqual([2, `${file}, 0 records, 0 bytes\n`]);
    expect(stderr).toBe(
      `synod: ${file} is damaged at byte 0: it ends before it says whose it is. Its node does not start on it.\n`,
    );
  });

  test.each([
    [['ledger'], /give the folder of a node's data, or --trial/],
    [['ledger', 'somewhere', '--trial'], /or --trial, and not both/],
    [['ledger', 'somewhere'], /somewhere has no ledger/],
    [['ledger', 'somewhere', '--every-value'], /is for --trial/],
  ])('%j is refused in a line', (args, message) => {
    const { status, stderr } = synod(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('trials', () => {
  test('a crash after every byte forgets nothing that was acknowledged', async () => {
    const trial = await crashTrial({ records: 30 });
    expect(trial).toMatchObject({ records: 30, refused: 0, wrong: 0, examples: [] });
    expect(trial.kept).toBe(trial.tried);
    expect(trial.tried).toBeGreaterThan(trial.bytes - 60);
  });

  test('a byte that is changed is named, or does no harm', async () => {
    const trial = await damageTrial({ records: 3, everyValue: true });
    // A line feed at the very end that became a zero may be what a crash has left.
    expect(trial).toMatchObject({ kept: 1, wrong: 0, examples: [] });
    expect(trial.tried).toBe(trial.bytes * 255);
  }, 120_000);

  test('records that differ, or were never written, are told', () => {
    const entries = someEntries(9);
    expect(difference(entries, entries)).toBeUndefined();
    expect(difference(entries.slice(0, 4), entries)).toBeUndefined();
    expect(difference(entries, entries.slice(0, 8))).toMatch(/^record 9 is /);
    const other = { instance: 'law', record: { type: 'vote', bal: 0, val: 'K' } } as const;
    expect(difference(entries.with(2, other), entries)).toBe(`record 3 is ${JSON.stringify(other)}`);
  });

  test('the table says how often, and what', () => {
    const figures = { records: 1000, bytes: 71_234, tried: 3, kept: 1, refused: 1, wrong: 1, seconds: 2 };
    const text = trialText([{ name: 'a crash', ...figures, examples: ['after 5 bytes, …'] }], colours(false));
    expect(text).toBe(
      [
        '         records   bytes  tried  all there  refused  wrong   time',
        'a crash    1,000  71,234      3          1        1      1  2.0 s',
        '',
        'a crash: after 5 bytes, …',
      ].join('\n'),
    );
  });
});
