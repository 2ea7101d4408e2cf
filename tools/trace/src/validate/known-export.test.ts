import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StateGraph } from '@synod/spec';
import { key } from '@synod/tla';
import { readManifest } from '@synod/tla/node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openProject } from '../project.js';
import { knownExport } from './known-export.js';

let [root, exported] = ['', ''];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'synod-known-'));
  vi.stubEnv('SYNOD_CACHE', root);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

/** A copy of an export, which may be changed. */
async function copyOf(model: string): Promise<void> {
  const { traces } = await openProject(undefined);
  exported = join(root, model);
  cpSync(join(traces, model), exported, { recursive: true });
}

async function open(fresh = false): Promise<{ readonly graph: StateGraph; readonly taken: string[] }> {
  const taken: string[] = [];
  const onKnown = (model: string): number => taken.push(model);
  const manifest = await readManifest(exported);
  return { graph: await knownExport(exported, manifest, { fresh, onKnown }), taken };
}

/** A graph with its values as text. */
function plain(graph: StateGraph): unknown {
  const { name, variables, size, initial, labels, offsets, stepLabels, targets, generated } = graph;
  const states = Array.from({ length: size }, (_, state) => graph.values(state).map(key));
  return { name, variables, size, initial, labels, offsets, stepLabels, targets, generated, states };
}

const files = (): readonly string[] =>
  readdirSync(join(root, 'graphs')).map((name) => join(root, 'graphs', name));

describe('an export that has been read before', () => {
  it('is taken over as it was', async () => {
    await copyOf('MCPaxosTiny');
    const first = await open();
    const second = await open();
    expect([first.taken, second.taken]).toEqual([[], ['MCPaxosTiny']]);
    expect(plain(second.graph)).toEqual(plain(first.graph));
    for (const state of [0, 1000, second.graph.size - 1]) {
      expect(second.graph.find(first.graph.values(state))).toBe(state);
    }
  });

  it('is read again when that is asked for', async () => {
    await copyOf('MCPaxosTiny');
    await open();
    expect((await open(true)).taken).toEqual([]);
    expect((await open()).taken).toEqual(['MCPaxosTiny']);
  });

  it('is read again when a byte of it has changed', async () => {
    await copyOf('MCPaxosTiny');
    await open();
    appendFileSync(join(exported, 'manifest.json'), ' ');
    expect((await open()).taken).toEqual([]);
    expect(files()).toHaveLength(2);
  });

  it('is refused when it has been damaged since', async () => {
    await copyOf('MCPaxosTiny');
    await open();
    const steps = join(exported, 'steps.dot.gz');
    const bytes = readFileSync(steps);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    writeFileSync(steps, bytes);
    await expect(open()).rejects.toThrow(/damaged|changed|not the/);
  });

  it('is read again when what was kept is damaged or cut', async () => {
    await copyOf('MCPaxosTiny');
    const first = await open();
    const [file = ''] = files();
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    for (const kept of [bytes, bytes.subarray(0, 1000), new Uint8Array()]) {
      writeFileSync(file, kept);
      const { graph, taken } = await open();
      expect(taken).toEqual([]);
      expect(plain(graph)).toEqual(plain(first.graph));
    }
  });

  it('is read as it is when nothing can be kept', async () => {
    await copyOf('MCPaxosTiny');
    writeFileSync(join(root, 'graphs'), 'in the way');
    for (let i = 0; i < 2; i++) expect((await open()).taken).toEqual([]);
  });

  it('is not kept if it is small', async () => {
    await copyOf('MCPaxosOne');
    for (let i = 0; i < 2; i++) expect((await open()).taken).toEqual([]);
    expect(readdirSync(root)).not.toContain('graphs');
  });
});
