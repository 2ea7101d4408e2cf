import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { InputError } from '@synod/tla';
import { verifyManifest } from '@synod/tla/node';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../test/folder.js';
import { consensusPlan, paxosPlan, specsFolder } from '../test/plans.js';
import { exportModel } from './export.js';
import { findTlc, type Tlc } from './find.js';
import type { ExportPlan } from './plan.js';

// Without a jar at hand these tests are skipped: nothing is fetched for them.
const tlc = await findTlc({ offline: true }).catch((error: unknown) => {
  if (error instanceof InputError && (error.code === 'no-tlc' || error.code === 'no-java')) return undefined;
  throw error;
});
const options = { tlc: tlc as Tlc };
const patience = 60_000;

async function refusal(plan: ExportPlan, folder: string): Promise<InputError> {
  const error: unknown = await exportModel(plan, folder, options).catch((reason: unknown) => reason);
  if (!(error instanceof InputError)) throw new Error(`no refusal: ${String(error)}`);
  return error;
}

/** The specifications with one text in one of them replaced. */
function specsWith(file: string, before: string, after: string): string {
  const folder = join(temporaryFolder(), 'specs');
  cpSync(specsFolder, folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(before);
  writeFileSync(
    join(folder, file),
    text.replace(before, () => after),
  );
  return folder;
}

describe.skipIf(tlc === undefined)('exportModel, with the real TLC', { timeout: patience }, () => {
  it('writes states, steps and manifest, the same bytes twice', async () => {
    const folder = temporaryFolder();
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    const manifest = await exportModel(paxosPlan, first, options);
    await exportModel(paxosPlan, second, options);
    expect(readdirSync(folder)).toEqual(['first', 'second']);
    expect(readdirSync(first)).toEqual(['manifest.json', 'states.txt.gz', 'steps.dot.gz']);
    for (const name of readdirSync(first)) {
      expect(readFileSync(join(first, name)).equals(readFileSync(join(second, name)))).toBe(true);
    }
    expect(await verifyManifest(first, specsFolder)).toEqual(manifest);
    expect(manifest.checked).toEqual({
      invariants: ['TypeOK', 'Inv'],
      properties: ['ImplementsVoting', 'ImplementsConsensus'],
    });
    expect(Object.keys(manifest.sources)).toHaveLength(5);
    expect(readFileSync(join(first, 'manifest.json'), 'utf8')).not.toContain(folder);

    const states = gunzipSync(readFileSync(join(first, 'states.txt.gz')))
      .toString()
      .trimEnd()
      .split('\n');
    expect(states).toHaveLength(25);
    expect(states[0]).toBe(
      '<<"S", <<(a1 :> -1), (a1 :> -1), (a1 :> None), {}>>, (a1 :> {}), TRUE, TRUE, {<<0, v1>>}, {}>>',
    );
    const steps = gunzipSync(readFileSync(join(first, 'steps.dot.gz'))).toString();
    expect(steps.match(/ -> .*label="Phase2b_a1"/g)?.length).toBeGreaterThan(0);
  });

  it('exports a specification whose only step is Next, raw, with several workers', async () => {
    const folder = join(temporaryFolder(), 'out');
    const heard: string[] = [];
    const onProgress = (text: string): number => heard.push(text);
    const manifest = await exportModel(consensusPlan, folder, {
      ...options,
      raw: true,
      judge: false,
      onProgress,
    });
    expect(readdirSync(folder)).toEqual(['manifest.json', 'states.txt', 'steps.dot']);
    expect(readFileSync(join(folder, 'steps.dot'), 'utf8').match(/label="Next_"/g)).toHaveLength(3);
    expect(manifest.commands).toHaveLength(1);
    expect(manifest.checked).toEqual({ invariants: [], properties: [] });
    expect(heard.length).toBeGreaterThan(0);
    expect(await verifyManifest(folder, specsFolder)).toEqual(manifest);
  });

  it('refuses other figures, and leaves the export that was there', async () => {
    const folder = join(temporaryFolder(), 'out');
    mkdirSync(folder);
    writeFileSync(join(folder, 'old'), '');
    const error = await refusal(
      { ...consensusPlan, expected: { distinct: 4, generated: 4, depth: 3 } },
      folder,
    );
    expect(error.code).toBe('unexpected-figures');
    expect(error.message).toContain(
      'TLC finds 4 / 4 / 2 distinct / generated / depth, where 4 / 4 / 3 were expected',
    );
    expect(readdirSync(folder)).toEqual(['old']);
  });

  it('notices a step that the plan forgets', async () => {
    const folder = join(temporaryFolder(), 'out');
    const instances = paxosPlan.instances.filter(({ parameters }) => parameters[0] !== '1');
    expect(await refusal({ ...paxosPlan, instances }, folder)).toMatchObject({ code: 'unexpected-figures' });
    expect(existsSync(folder)).toBe(false);
  });

  it('notices a step that is none of the specification', async () => {
    const folder = join(temporaryFolder(), 'out');
    const specs = specsWith('Consensus.tla', 'Spec ==', "Wrong == chosen = {} /\\ chosen' = Value\nSpec ==");
    const instances = [{ action: 'Wrong', parameters: [] }];
    const error = await refusal({ ...consensusPlan, specsFolder: specs, instances }, folder);
    expect(error.message).toContain('a step of the export is no step of Next');
    expect(existsSync(folder)).toBe(false);
  });

  it('says what TLC finds wrong with the specification', async () => {
    const folder = join(temporaryFolder(), 'out');
    const specs = specsWith('Consensus.tla', "chosen' = {v}", "chosen' = Value");
    const error = await refusal({ ...consensusPlan, specsFolder: specs }, folder);
    expect(error).toMatchObject({
      code: 'violation',
      message: 'TLC finds an error in MCConsensus: Invariant Inv is violated',
      cause: { trace: [expect.stringContaining('chosen = {}'), expect.stringContaining('{v1, v2, v3}')] },
    });
    expect(existsSync(folder)).toBe(false);
  });

  it('says what TLC cannot make sense of', async () => {
    const folder = join(temporaryFolder(), 'out');
    const specs = specsWith('Consensus.tla', 'Spec == Init', 'Spec == Inid');
    const error = await refusal({ ...consensusPlan, specsFolder: specs }, folder);
    expect(error.code).toBe('tlc-failed');
    expect(error.message).toMatch(
      /^TLC could not check MCConsensus \(the specification could not be parsed\): /,
    );
    expect(error.message).toContain("Unknown operator: `Inid'");
    expect(error.message).not.toContain('\n');
  });

  it('stops when told to', async () => {
    const folder = temporaryFolder();
    const signal = AbortSignal.abort();
    const stopped = exportModel(consensusPlan, join(folder, 'out'), { ...options, signal });
    await expect(stopped).rejects.toMatchObject({ code: 'interrupted' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
