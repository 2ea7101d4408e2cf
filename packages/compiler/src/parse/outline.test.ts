import { describe, expect, it } from 'vitest';
import { loadSpec } from '../../test/support.js';
import { type Bullet, bulletsOf, type Definition, linesOf, type Module } from '../index.js';

async function definition(name: string): Promise<{ module: Module; found: Definition }> {
  const module = (await loadSpec('Paxos')).get('Paxos') as Module;
  const found = module.units.find((unit) => unit.type === 'definition' && unit.name === name);
  return { module, found: found as Definition };
}

const outline = (bullets: readonly Bullet[], indent = ''): string[] =>
  bullets.flatMap(({ bullet, span, items }) => [
    `${indent}${span.line} ${bullet} ${span.text.split('\n')[0]}`,
    ...outline(items, `${indent}  `),
  ]);

describe('a definition of Paxos', () => {
  it('is known by its lines', async () => {
    const { module, found } = await definition('Phase1b');
    expect(found.span).toMatchObject({ line: 80, column: 1, endLine: 87 });
    const lines = linesOf(module, found.span);
    expect(lines.map(({ line }) => line)).toEqual([80, 81, 82, 83, 84, 85, 86, 87]);
    expect(lines[3]).toEqual({
      line: 83,
      text: '         /\\ m.bal > maxBal[a]',
      code: '         /\\ m.bal > maxBal[a]',
    });
  });

  it('is known by its bulleted lists', async () => {
    const { found } = await definition('Phase1b');
    expect(outline(bulletsOf(found.body))).toEqual([
      '81 /\\ \\E m \\in msgs :',
      '  82 /\\ m.type = "1a"',
      '  83 /\\ m.bal > maxBal[a]',
      "  84 /\\ maxBal' = [maxBal EXCEPT ![a] = m.bal]",
      '  85 /\\ Send([type |-> "1b", acc |-> a, bal |-> m.bal,',
      '87 /\\ UNCHANGED <<maxVBal, maxVal>>',
    ]);
  });

  it('has no comments in its code', async () => {
    const { module } = await definition('Send');
    const variables = module.units.find((unit) => unit.type === 'variables');
    const lines = linesOf(module, (variables as NonNullable<typeof variables>).span);
    expect(lines.map(({ code }) => code.trim())).toEqual([
      'VARIABLES maxBal,',
      'maxVBal,',
      'maxVal,',
      'msgs',
    ]);
    expect(lines[0]?.text).toContain('\\* maxBal[a]');
  });
});
