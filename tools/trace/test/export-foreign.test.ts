import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGraph } from '@synod/conformance';
import { InputError } from '@synod/tla';
import { findTlc } from '@synod/tlc';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ExportForeignOptions, exportForeignCommand } from '../src/export-foreign/command.js';
import { root } from './synod.js';

// Without a jar at hand these tests are skipped: nothing is fetched for them.
const hasTlc = await findTlc({ offline: true }).then(
  () => true,
  () => false,
);
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-foreign-'));
const out = join(folder, 'export');
const heard: string[] = [];

beforeEach(() => {
  heard.length = 0;
  vi.spyOn(console, 'log').mockImplementation((text: string) => heard.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => heard.push(text));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A model in the folder, to be exported. */
function model(name: string, body: string, cfg: string): ExportForeignOptions {
  writeFileSync(join(folder, `${name}.tla`), `---- MODULE ${name} ----\nEXTENDS Integers\n${body}\n====\n`);
  writeFileSync(join(folder, `${name}.cfg`), cfg);
  return { spec: join(folder, `${name}.tla`), out };
}

async function refusal(options: ExportForeignOptions, models: readonly string[] = []): Promise<InputError> {
  const error: unknown = await exportForeignCommand(models, options).catch((reason: unknown) => reason);
  if (!(error instanceof InputError)) throw new Error(`no refusal: ${String(error)}`);
  return error;
}

/** The labels of the steps in the export. */
async function labels(): Promise<readonly string[]> {
  const { graph } = await openGraph(out);
  return graph.labels.map(({ key }) => key).toSorted();
}

describe.skipIf(!hasTlc)('synod export --spec, with the real TLC', { timeout: 60_000 }, () => {
  it('writes what is committed for two-phase commit, the same bytes', async () => {
    const example = join(root, 'examples/two-phase-commit');
    expect(await exportForeignCommand([], { spec: join(example, 'MCTwoPhase.tla'), out, plain: true })).toBe(
      0,
    );
    expect(heard).toEqual([
      expect.stringMatching(/^MCTwoPhase: 416 states, exported to .* with TLC2 Version/),
    ]);
    expect(readdirSync(out)).toEqual(['manifest.json', 'states.txt', 'steps.dot']);
    for (const name of readdirSync(out)) {
      expect(readFileSync(join(out, name), 'utf8')).toBe(readFileSync(join(example, 'export', name), 'utf8'));
    }
  });

  it('labels what ranges over a state without parameters, and says so', async () => {
    const options = model(
      'Mail',
      `CONSTANT Most
VARIABLES sent, got
Send(n) == n \\notin sent /\\ sent' = sent \\cup {n} /\\ UNCHANGED got
Get(m) == m > got /\\ got' = m /\\ UNCHANGED sent
Move == (\\E n \\in 1..Most : Send(n)) \\/ (\\E m \\in sent : Get(m))
Behaviour == sent = {} /\\ got = 0 /\\ [][Move]_<<sent, got>>`,
      'SPECIFICATION Behaviour\nCONSTANT Most = 2\nCHECK_DEADLOCK FALSE\n',
    );
    await exportForeignCommand([], options);
    expect(heard[0]).toMatch(/Mail\.tla: what the parameters of Get range over depends on the state/);
    expect(await labels()).toEqual(['Get', 'Send(1)', 'Send(2)']);
    expect(readdirSync(out)).toEqual(['manifest.json', 'states.txt.gz', 'steps.dot.gz']);
  });

  it('refuses a Next with steps that have no name', async () => {
    const body =
      "VARIABLE x\nInit == x = 0\nUp(n) == x = 0 /\\ x' = n\nNext == (\\E n \\in 1..2 : Up(n)) \\/ (x > 0 /\\ x' = 0)";
    const { code, message } = await refusal(model('Inline', body, 'INIT Init\nNEXT Next\n'));
    expect(code).toBe('unnamed-steps');
    expect(message).toMatch(/give each disjunct of Next a name of its own$/);
  });

  it('refuses a model that is wrong, in the words of TLC', async () => {
    const body = "VARIABLE x\nInit == x = 0\nUp == x' = 1 - x\nNext == Up\nLow == x < 1";
    const { code, message } = await refusal(model('Wrong', body, 'INIT Init\nNEXT Next\nINVARIANT Low\n'));
    expect(code).toBe('violation');
    expect(message).toContain('Invariant Low is violated');
  });
});

describe('synod export --spec', () => {
  const spec = join(root, 'examples/two-phase-commit/MCTwoPhase.tla');

  it.each([
    ['no folder to write to', { spec }, [], /--out/],
    ['a bundled model beside it', { spec, out }, ['MCPaxosTiny'], /no bundled one/],
    ['what is for bundled models', { spec, out, check: true }, [], /--check/],
    ['a file that is no module', { spec: join(root, 'README.md'), out }, [], /\.tla/],
    ['a module that is not there', { spec: join(folder, 'None.tla'), out }, [], /None\.tla|cannot be read/],
    [
      'a module without its cfg',
      { spec: spec.replace('MCTwo', 'Two'), out },
      [],
      /TwoPhase\.cfg|no such file/i,
    ],
  ])('refuses %s', async (_, options, models, words) => {
    const { message, place } = await refusal(options, models);
    expect(`${place.file ?? ''}: ${message}`).toMatch(words);
  });
});
