import { describe, expect, it } from 'vitest';
import { lowerUnits } from '../../test/lowered.js';

const units =
  "Next == x' = 1 - x /\\ y' = y\nShown == [x |-> x, next |-> x']\nMore(n) == n\nDone == TLCGet(\"level\") > 0";
const lowered = async (cfg: string): Promise<readonly string[]> =>
  (await lowerUnits(units, `INIT Init\nNEXT Next\n${cfg}`)).ignored;

describe('ALIAS and POSTCONDITION', () => {
  it('are not evaluated, which is said; they may use what is not supported', async () => {
    expect(await lowered('ALIAS Shown\nPOSTCONDITION Done')).toEqual([
      'ALIAS Shown: states are shown as they are',
      "POSTCONDITION Done: it is for TLC's own figures, and is not evaluated",
    ]);
    expect(await lowered('')).toEqual([]);
  });

  it.each([
    ['ALIAS Nowhere', 'the cfg names Nowhere, which module T does not define', { line: 4, column: 7 }],
    [
      'POSTCONDITION Nowhere',
      'the cfg names Nowhere, which module T does not define',
      { line: 4, column: 15 },
    ],
    // Neither a variable nor a constant is a definition.
    ['ALIAS x', 'the cfg names x, which module T does not define', { line: 4, column: 7 }],
    ['ALIAS More', '`More` takes 1 argument, not 0', {}],
    ['POSTCONDITION More', '`More` takes 1 argument, not 0', {}],
  ])('%s is refused', async (cfg, message, place) => {
    await expect(lowered(cfg)).rejects.toMatchObject({ message, place });
  });
});

it('a cfg that does not say how the model moves is named', async () => {
  const message = 'the cfg has neither SPECIFICATION nor INIT and NEXT: it does not say how the model moves';
  await expect(lowerUnits(units, '')).rejects.toMatchObject({ message, place: { file: 'T.cfg' } });
});
