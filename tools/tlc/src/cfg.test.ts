import { InputError } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { readCfg } from './cfg.js';

describe('readCfg', () => {
  it('reads constants, model values and sections', () => {
    const cfg = readCfg(
      [
        '\\* a comment with CONSTANT Nothing = 1',
        'CONSTANTS',
        '    Value = {v1, v2}   Quorum = {{a1, a2},{a2, a3}}',
        '    None = None (* itself *)',
        '    Low = -1 Name = "a \\* b"',
        'CONSTANT Ballot <- MCBallot  Nat <- [Integers]Small',
        'SPECIFICATION Spec',
        'INVARIANTS TypeOK Inv',
        'INVARIANT Other',
        'PROPERTY Live',
        'CHECK_DEADLOCK FALSE',
      ].join('\n'),
      'M.cfg',
    );
    expect(cfg.constants).toEqual([
      { name: 'Value', operator: '=', value: '{v1, v2}', line: 3 },
      { name: 'Quorum', operator: '=', value: '{{a1, a2}, {a2, a3}}', line: 3 },
      { name: 'None', operator: '=', value: 'None', line: 4 },
      { name: 'Low', operator: '=', value: '-1', line: 5 },
      { name: 'Name', operator: '=', value: '"a \\* b"', line: 5 },
      { name: 'Ballot', operator: '<-', value: 'MCBallot', line: 6 },
      { name: 'Nat', operator: '<-', value: '[Integers]Small', line: 6 },
    ]);
    expect(cfg.modelValues).toEqual(['v1', 'v2', 'a1', 'a2', 'a3']);
    expect(cfg.sections).toEqual({
      CONSTANT: [],
      SPECIFICATION: ['Spec'],
      INVARIANT: ['TypeOK', 'Inv', 'Other'],
      PROPERTY: ['Live'],
      CHECK_DEADLOCK: ['FALSE'],
    });
  });

  it.each([
    ['Value = 1', 'a cfg begins with a keyword such as CONSTANTS, not with "Value"', 1],
    ['CONSTANT\nValue {v1}', 'the constant Value is given no value', 2],
    ['CONSTANT Value = {v1\nINIT Init', 'the constant Value is given a value that does not end', 1],
    ['CONSTANT Value =', 'the constant Value is given a value that does not end', 1],
  ])('refuses %j', (text, message, line) => {
    const read = (): unknown => readCfg(text, 'M.cfg');
    expect(read).toThrow(InputError);
    expect(read).toThrow(expect.objectContaining({ code: 'wrong-cfg', place: { file: 'M.cfg', line } }));
    expect(read).toThrow(message);
  });
});
