import { describe, expect, test } from 'vitest';
import { failure, fixture } from '../test/fixture.js';
import { type Config, exactExport, InputError, describe as inWords, key, parseConfig } from './index.js';

const constants = (config: Config): Record<string, string> =>
  Object.fromEntries(Object.entries(config.constants).map(([name, value]) => [name, key(value)]));

function check(name: string): Promise<unknown> {
  return failure(() => exactExport(parseConfig(fixture(`${name}.cfg`), name)));
}

describe('cfg files', () => {
  test('a model with all there is', () => {
    const config = parseConfig(
      `(* A model (* of two *)
          acceptors *)
       CONSTANTS  Value = {v1, v2}   \\* "not a string
         Acceptor = {a1, a2} Quorum = {{a1, a2}}
         None = None  Name = "a \\\\* b (* c"  Max = -3
         Nat <- SmallNat
         Send <- [Net] Broadcast
       CONSTANT Flag = TRUE
       SPECIFICATION Spec
       INVARIANT TypeOK
       INVARIANTS Inv, Agreement
       PROPERTIES Live
       PROPERTY Safe
       CONSTRAINT Small
       ACTION_CONSTRAINTS NoReset
       SYMMETRY Perms VIEW vw ALIAS Al POSTCONDITION Post
       CHECK_DEADLOCK FALSE`,
      'MC.cfg',
    );
    expect(constants(config)).toEqual({
      Value: '{v1, v2}',
      Acceptor: '{a1, a2}',
      Quorum: '{{a1, a2}}',
      None: 'None',
      Name: '"a \\\\* b (* c"',
      Max: '-3',
      Flag: 'TRUE',
    });
    expect(config.substitutions).toEqual([
      {
        constant: 'Nat',
        operator: 'SmallNat',
        module: undefined,
        place: { file: 'MC.cfg', line: 6, column: 10 },
      },
      {
        constant: 'Send',
        operator: 'Broadcast',
        module: 'Net',
        place: { file: 'MC.cfg', line: 7, column: 10 },
      },
    ]);
    expect(config).toMatchObject({
      specification: 'Spec',
      init: undefined,
      next: undefined,
      invariants: ['TypeOK', 'Inv', 'Agreement'],
      properties: ['Live', 'Safe'],
      constraints: ['Small'],
      actionConstraints: ['NoReset'],
      symmetry: 'Perms',
      view: 'vw',
      alias: 'Al',
      postcondition: 'Post',
      checkDeadlock: false,
    });
    expect(config.places.get('Agreement')).toEqual({ file: 'MC.cfg', line: 11, column: 24 });
    expect(config.places.get('Acceptor')).toEqual({ file: 'MC.cfg', line: 4, column: 10 });
  });

  test('INIT and NEXT; deadlock is checked unless the file says otherwise', () => {
    expect(parseConfig('INIT Init NEXT Next')).toMatchObject({
      init: 'Init',
      next: 'Next',
      checkDeadlock: true,
    });
    expect(parseConfig('').constants).toEqual({});
  });

  test('of Windows, marked as UTF-8', () => {
    const text = '\ufeffCONSTANT X = -2147483648\r\nSPECIFICATION Spec\r\n';
    expect(parseConfig(text)).toMatchObject({ constants: { X: -2147483648 }, specification: 'Spec' });
  });

  test.each(['ConL', 'ConS', 'ConV', 'Lab', 'Val'])('%s.cfg', (name) => {
    const config = parseConfig(fixture(`${name}.cfg`), `${name}.cfg`);
    expect(config).toMatchObject({ specification: 'Spec', checkDeadlock: false });
    expect(constants(config)['P']).toBe('{p1, p2}');
    expect([config.symmetry, config.view]).toEqual([
      name === 'ConS' ? 'Sym' : undefined,
      name === 'ConV' ? 'Vw' : undefined,
    ]);
  });

  test('SYMMETRY and VIEW are refused for exports', async () => {
    expect(await check('ConL')).toBeUndefined();
    expect(inWords((await check('ConS')) as InputError)).toBe(
      'ConS:6:10: With SYMMETRY Sym, a graph leads to states that stand for others: export without it.',
    );
    expect(inWords((await check('ConV')) as InputError)).toMatch(/^ConV:6:6: With VIEW Vw, /u);
  });

  test.each([
    ['SPEC Spec', '1:1: Expected a keyword of a cfg file, found SPEC.'],
    ['CONSTANT X = 1\n  Y 2', '2:5: Expected "=" or "<-" behind Y, found 2.'],
    ['CONSTANT X = {1\nSPECIFICATION Spec', '2:1: Expected "," or "}", found SPECIFICATION.'],
    ['CONSTANT X = 1 X = 2', '1:16: X is given twice.'],
    ['CONSTANT X <- A X = 2', '1:17: X is given twice.'],
    ['CONSTANT X <- [M] A X <- [M] B', '1:21: X is given twice.'],
    [
      'CONSTANT X = [M]x',
      '1:10: X = [Module] is not supported: define an operator, and write X <- [Module] Operator',
    ],
    ['CONSTANT X <- 2 {', '1:17: Expected a keyword of a cfg file, found {.'],
    ['CONSTANT X <- [M A', '1:17: Expected "[Module]", found a blank.'],
    ['CONSTANT X <- {1}', '1:15: Expected the name of an operator, found {.'],
    ['INIT\nNEXT Next', '2:1: Expected a name behind INIT, found NEXT.'],
    ['SPECIFICATION A\nSPECIFICATION B', '2:1: SPECIFICATION is given twice; TLC takes one.'],
    ['CHECK_DEADLOCK no', '1:16: Expected TRUE or FALSE, found no.'],
    ['INVARIANT A\n(* (* *)', '2:1: A comment is not closed: "*)" is missing.'],
    ['CONSTANT X = "a', '1:14: A string is not closed.'],
    ['CONSTANT\n  X = 2147483648', "2:3: X = 2147483648 is beyond 32 bits, which TLC's integers have"],
    ['\0', '1:1: Expected a keyword of a cfg file, found U+0000.'],
    ['INIT \u001b[31m', '1:6: Expected a name behind INIT, found U+001B.'],
    [
      'CONSTANT X = SUBSET (1..40)',
      '1:14: SUBSET of 40 elements has 1099511627776 elements, more than are read: export fewer of them.',
    ],
  ])('%j is refused', async (text, message) => {
    const error = await failure(() => parseConfig(text, 'x.cfg'));
    expect(error).toBeInstanceOf(InputError);
    expect(inWords(error as InputError)).toBe(`x.cfg:${message}`);
  });
});
