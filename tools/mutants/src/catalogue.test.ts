import { readFileSync } from 'node:fs';
import * as consensus from '@synod/consensus';
import * as paxos from '@synod/paxos';
import * as voting from '@synod/voting';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.js';
import { packageFolder } from './source.js';
import { damagedText } from './tree.js';

const mutants = await catalogue();

describe('the catalogue', () => {
  it('has hundreds of mutants, each with an id of its own', () => {
    expect(mutants.length).toBeGreaterThan(500);
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
  });

  it.each([
    ['Consensus', consensus],
    ['Voting', voting],
    ['Paxos', paxos],
  ])('damages every definition that %s exports', (module, exported) => {
    // Voting and Paxos as objects for engines name definitions and define nothing themselves.
    const names = Object.keys(exported).filter((name) => name !== 'Voting' && name !== 'Paxos');
    const damaged = new Set(mutants.map(({ definition }) => definition));
    expect(names.filter((name) => !damaged.has(`${module}!${name}`))).toEqual([]);
  });

  it('says where a mutant stands, in which conjunct, and what is damaged how', () => {
    const mutant = mutants.find(({ id }) => id === 'Paxos!Phase2b:m.bal>=→>');
    expect(mutant).toMatchObject({
      definition: 'Paxos!Phase2b',
      damage: 'a comparison changed',
      source: { file: 'packages/paxos/src/Phase2b.ts' },
      conjunct: '/\\ m.bal >= maxBal[a]',
      original: 'm.bal >= at(s.maxBal, a)',
      mutated: 'm.bal > at(s.maxBal, a)',
    });
    const lines = readFileSync(`${packageFolder('paxos')}/src/Phase2b.ts`, 'utf8').split('\n');
    expect(lines[(mutant?.source.line ?? 0) - 1]).toContain('if (!(m.bal >= at(s.maxBal, a))) continue;');
  });

  it.each([
    ['Paxos!Phase2a:m.mbal>=→<=#2', 'the highest replaced by the lowest'],
    ['Paxos!Phase2a:k.Quorum→one acceptor', 'a quorum replaced by one acceptor'],
    ['Paxos!Phase2b:except(s.maxVal,a,m.val)→s.maxVal', 'maxVBal without maxVal'],
    ['Paxos!Send:including(s.msgs,m)→what is new', 'a union forgotten'],
    ['Voting!ShowsSafeAt:c+1→c', 'a step too few'],
    ['Voting!SafeAt:b-1→b', 'a step too many'],
    ['Voting!C:chosen:chosen(k,s)→s.chosen', 'a mapping damaged'],
  ])('has %s: %s', (id) => {
    expect(mutants.filter((mutant) => mutant.id === id)).toHaveLength(1);
  });

  it('changes the code each time, into code, and moves no line of it', () => {
    const wrong = mutants.filter((mutant) => {
      const text = readFileSync(`${packageFolder(mutant.transcription)}/dist/${mutant.file}`, 'utf8');
      const damaged = damagedText(text, mutant);
      parse(damaged, { ecmaVersion: 2023, sourceType: 'module' });
      const lines = (each: string): number =>
        each.split('\n//# sourceMappingURL')[0]?.split('\n').length ?? 0;
      const imports = damaged.split('import {').length - text.split('import {').length;
      return damaged === text || lines(damaged) !== lines(text) + imports;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
