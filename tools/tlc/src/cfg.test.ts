import { parseConfig } from '@synod/tla';
import { expect, it } from 'vitest';
import { constantLines, modelValuesOf } from './cfg.js';

const config = parseConfig(
  [
    'CONSTANTS',
    '    Value = {v1, v2}   Quorum = {{a1, a2},{a2, a3}}',
    '    None = None Low = -1 Name = "v9"',
    'CONSTANT Ballot <- MCBallot  Nat <- [Integers]Small',
  ].join('\n'),
  'M.cfg',
);

it('gives the constants their values again', () => {
  expect(constantLines(config)).toEqual([
    'Value = {v1, v2}',
    'Quorum = {{a1, a2}, {a2, a3}}',
    'None = None',
    'Low = -1',
    'Name = "v9"',
    'Ballot <- MCBallot',
    'Nat <- [Integers]Small',
  ]);
});

it('finds the model values that no constant is called, each once', () => {
  expect(modelValuesOf(config)).toEqual(['v1', 'v2', 'a1', 'a2', 'a3']);
});
