import { describe, expect, it } from 'vitest';
import { loadSpec } from '../../test/support.js';
import { loadModules } from '../index.js';

const load = (texts: Readonly<Record<string, string>>, root = 'A'): ReturnType<typeof loadModules> =>
  loadModules(root, (name) => Promise.resolve(texts[name]));

describe('loadModules', () => {
  it('follows EXTENDS and INSTANCE, and asks for no standard module', async () => {
    expect([...(await loadSpec('MCPaxosTiny')).keys()].toSorted()).toEqual([
      'Consensus',
      'MCPaxosTiny',
      'Paxos',
      'Voting',
    ]);
  });

  it('says which module is missing, and where it is needed', async () => {
    await expect(load({ A: '---- MODULE A ----\nEXTENDS Naturals, B\n====' })).rejects.toMatchObject({
      code: 'tla-unknown-module',
      message:
        'there is no module B: Naturals, Integers, Reals, FiniteSets, Sequences, TLC, Bags are built in, and there is no B.tla',
      place: { file: 'A.tla', line: 2, column: 19 },
    });
    await expect(load({})).rejects.toMatchObject({
      code: 'tla-unknown-module',
      message: 'there is no module A',
    });
  });

  it('parses the same text of the same file once, and another one again', async () => {
    const texts = { A: '---- MODULE A ----\nEXTENDS B\n====', B: '---- MODULE B ----\nx == 1\n====' };
    const [first, again] = [await load(texts), await load(texts)];
    expect(again.get('B')).toBe(first.get('B'));
    const other = await load({ ...texts, B: texts.B.replace('1', '2') });
    expect(other.get('A')).toBe(first.get('A'));
    expect(other.get('B')).not.toEqual(first.get('B'));
    const elsewhere = await loadModules('B', () => Promise.resolve({ text: texts.B, file: 'C.tla' }));
    expect(elsewhere.get('B')?.units).not.toEqual(first.get('B')?.units);
    const wrong = { A: '---- MODULE A ----\nx == ) + 1\n====' };
    for (const _ of [1, 2]) await expect(load(wrong)).rejects.toMatchObject({ code: 'tla-syntax' });
  });

  it('refuses a module of another name, and modules that need each other', async () => {
    await expect(load({ A: '---- MODULE B ----\n====' })).rejects.toMatchObject({ code: 'tla-module-name' });
    await expect(
      load({ A: '---- MODULE A ----\nEXTENDS B\n====', B: '---- MODULE B ----\nI == INSTANCE A\n====' }),
    ).rejects.toMatchObject({ code: 'tla-cycle', place: { file: 'B.tla', line: 2 } });
  });
});
