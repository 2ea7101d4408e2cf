import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ModelEntry, openProject, type Project } from '../project.js';
import { type KnownSide, placeOf } from './place.js';

let [root, project, entry] = ['', {} as Project, {} as ModelEntry];
beforeEach(async () => {
  const own = await openProject(undefined);
  root = mkdtempSync(join(tmpdir(), 'synod-place-'));
  cpSync(own.specs, join(root, 'specs'), { recursive: true });
  cpSync(join(own.traces, 'MCPaxosOne'), join(root, 'traces', 'tlc', 'MCPaxosOne'), { recursive: true });
  project = await openProject(root);
  entry = project.models.find(({ name }) => name === 'MCPaxosOne') as ModelEntry;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const places = async (): Promise<readonly (string | undefined)[]> =>
  Promise.all((['expected', 'compiled'] as const).map((side: KnownSide) => placeOf(project, entry, side)));
const inExport = (file: string): string => join(root, 'traces', 'tlc', 'MCPaxosOne', file);

describe('where a side is kept', () => {
  it('is the same for the same bytes, wherever they lie, and another for each side', async () => {
    const [expected, compiled] = await places();
    expect(expected).not.toBe(compiled);
    const own = await openProject(undefined);
    expect(await placeOf(own, entry, 'expected')).toBe(expected);
    expect(await placeOf(own, entry, 'compiled')).toBe(compiled);
  });

  it.each<[string, () => void, readonly boolean[]]>([
    ["the export's graph", () => appendFileSync(inExport('steps.dot.gz'), ' '), [false, true]],
    ["the export's operators", () => appendFileSync(inExport('states.txt.gz'), ' '), [false, true]],
    ["the export's manifest", () => appendFileSync(inExport('manifest.json'), ' '), [false, true]],
    ['a module', () => appendFileSync(join(root, 'specs', 'Voting.tla'), ' '), [true, false]],
    ['another model', () => writeFileSync(join(root, 'specs', 'MCOther.tla'), ''), [true, false]],
  ])('is another when %s has changed', async (_, change, same) => {
    const before = await places();
    change();
    expect((await places()).map((place, i) => place === before[i])).toEqual(same);
  });

  it('is another for other constants, which the TypeScript is given', async () => {
    const before = await places();
    writeFileSync(
      join(root, 'specs', 'MCPaxosOne.cfg'),
      'CONSTANTS Value = {v1} Acceptor = {a1} Quorum = {{a1}} Ballot = {0} None = None\nSPECIFICATION Spec\n',
    );
    expect((await places()).map((place, i) => place === before[i])).toEqual([false, false]);
  });

  it('is none where something cannot be read', async () => {
    rmSync(join(root, 'traces'), { recursive: true });
    const [expected, compiled] = await places();
    expect([expected, typeof compiled]).toEqual([undefined, 'string']);
  });
});
