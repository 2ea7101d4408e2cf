import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { refusal } from '../../test/traces.js';
import { type OpenModelOptions, openModel } from './open-model.js';
import { vocabularyText } from './vocabulary-text.js';

const folder = mkdtempSync(join(tmpdir(), 'synod-model-'));
afterAll(() => rmSync(folder, { recursive: true }));

const example = new URL('../../../../examples/two-phase-commit/', import.meta.url);
const inExample = (name: string): URL => new URL(name, example);
const graph = inExample('export');
const spec = inExample('MCTwoPhase.tla');
const cfg = inExample('MCTwoPhase.cfg');

/** A copy of the example, which may be damaged. */
function copy(name: string): (file: string) => string {
  const at = join(folder, name);
  cpSync(fileURLToPath(example), at, { recursive: true, filter: (file) => !file.includes('node_modules') });
  return (file) => join(at, file);
}

describe('openModel', () => {
  it('opens an export with its module: names, operators and guards', async () => {
    const model = await openModel({ graph, spec, cfg });
    expect(model.spec).toBe('MCTwoPhase');
    expect(model.name).toMatch(/export$/);
    expect(model.name).not.toMatch(/^file:/);
    expect(model.space.actions.get('CountYes')).toEqual({ formals: ['p'], arity: 1 });
    expect(model.space.operators).toContain('TypeOK');
    expect(model.graph().size).toBe(model.graph().offsets.length - 1);
    expect(model.guards?.('AskAll', [], model.space.initial[0] as number)).toMatchObject({ holds: true });
    expect(model.warnings).toEqual([]);
  });

  it('opens it alone, with paths and with the texts of URLs too', async () => {
    const alone = await openModel({ graph: fileURLToPath(graph) });
    expect(alone.guards).toBeUndefined();
    expect(alone.space.operators).toBeUndefined();
    const texts = await openModel({ graph: graph.href, spec: spec.href });
    expect(texts.space.actions.get('Finish')?.formals).toEqual(['p', 'd']);
    expect(alone.graph().size).toBe(texts.graph().size);
  });

  it('has a vocabulary', async () => {
    const text = vocabularyText(await openModel({ graph, spec }), 'TwoPhase');
    expect(text).toContain(
      "readonly Finish: { readonly p: 'p1' | 'p2' | 'p3'; readonly d: 'abort' | 'commit' };",
    );
    expect(text).not.toMatch(/\bNext\b/);
  });

  it('refuses an export of files that have changed since, where they lie beside the module', async () => {
    const at = copy('changed');
    const options = { graph: at('export'), spec: at('MCTwoPhase.tla') };
    await openModel(options);
    appendFileSync(at('TwoPhase.tla'), '\n\\* A remark.\n');
    expect(await refusal(() => openModel(options))).toMatch(
      /TwoPhase\.tla: has changed since MCTwoPhase was exported: run "synod export --spec \S+MCTwoPhase\.tla --out \S+export", or undo the change$/,
    );
    await openModel({ graph: at('export') });
  });

  it.each<[string, (at: (file: string) => string) => OpenModelOptions, RegExp]>([
    ['is not there', (at) => ({ graph: at('nowhere') }), /nowhere: There is no such file/],
    ['is a folder without a manifest', (at) => ({ graph: at('src') }), /there is no export here/],
    [
      'has other variables',
      (at) => {
        writeFileSync(
          at('Other.tla'),
          "---- MODULE Other ----\nVARIABLE x\nInit == x = 0\nNext == x' = x\n====\n",
        );
        return { graph: at('export'), spec: at('Other.tla') };
      },
      /this is a graph of another specification/,
    ],
    [
      'has a module that is none',
      (at) => ({ graph: at('export'), spec: at('MCTwoPhase.cfg') }),
      /ends in \.tla/,
    ],
    ['has no module', (at) => ({ graph: at('export'), spec: at('No.tla') }), /cannot be read/],
    ['has a cfg that is not there', (at) => ({ graph: at('export'), cfg: at('No.cfg') }), /No\.cfg/],
  ])('refuses a graph that %s', async (name, options, message) => {
    expect(await refusal(() => openModel(options(copy(name))))).toMatch(message);
  });
});
