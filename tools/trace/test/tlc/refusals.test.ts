import type { Tlc } from '@synod/tlc';
import { describe, expect, it } from 'vitest';
import type { TlcModel } from '../../src/validate/tlc/open-model.js';
import { validateEachWithTlc, validateWithTlc } from '../../src/validate/tlc/validate-with-tlc.js';
import { storeModel } from './store.js';
import { modelOf, theTlc, traceOf } from './tlc.js';

const tlc = (await theTlc()) as Tlc;

const write = (n: string, k: number): object => ({ action: 'Write', params: { n, k } });
const opened = { init: { open: true } };

describe.skipIf((tlc as Tlc | undefined) === undefined)('what TLC cannot judge', { timeout: 60_000 }, () => {
  it('says of each trace what is wrong with it, and judges the others', async () => {
    const traces = await Promise.all([
      traceOf(opened, write('a', 1)),
      traceOf(opened, { action: 'Wriet' }),
      traceOf(opened, { action: 'Write', params: { m: 1 } }),
      traceOf(opened, { action: 'Write', params: ['a'] }),
      traceOf(opened, { state: { logs: 1 } }),
      traceOf(opened, { derived: { vars: 1, Next: 1 } }),
      traceOf({ ...opened, hidden: ['Flip'] }, write('a', 1)),
      // What has no value: the first element of an empty log.
      traceOf(opened, { action: 'Toggle', derived: { head: 1 } }),
    ]);
    const outcomes = await validateEachWithTlc({ ...storeModel(), traces, tlc });
    expect(
      outcomes.map((outcome) =>
        'code' in outcome ? `${outcome.code} ${outcome.place.line}` : String(outcome.conforms),
      ),
    ).toEqual([
      'true',
      'unknown-action 2',
      'parameters 2',
      'parameters 2',
      'unknown-variable 2',
      'unknown-operator 2',
      'unknown-action 1',
      'tlc-failed 1',
    ]);
    expect(outcomes[7]).toMatchObject({
      message: expect.stringMatching(/^TLC could not follow the trace \(.*\): .*<<>>/),
    });
    await expect(validateWithTlc({ ...storeModel(), traces, tlc })).rejects.toMatchObject({
      code: 'unknown-action',
    });
  });

  it('refuses a model that cannot be read or that TLC does not accept, and a constant it does not have', async () => {
    const traces = [await traceOf({}, { action: 'Next' })];
    const refusal = (
      texts: { readonly [file: string]: string },
      more: Partial<TlcModel> = {},
    ): Promise<unknown> =>
      validateWithTlc({
        ...modelOf('M', {
          'M.tla': "---- MODULE M ----\nVARIABLE x\nInit == x = 1\nNext == x' = x\n====",
          'M.cfg': 'NEXT Next',
          ...texts,
        }),
        ...more,
        traces,
        tlc,
      }).then(
        () => 'nothing',
        (error: unknown) => error,
      );
    expect(await refusal({})).toBe('nothing');
    expect(await refusal({ 'M.tla': '---- MODULE M ----\nNext == \n====' })).toMatchObject({
      code: 'tla-syntax',
    });
    expect(await refusal({ 'M.cfg': 'NEXT Nxt' })).toMatchObject({ code: 'cfg' });
    expect(await refusal({ 'M.cfg': 'CONSTRAINT No' })).toMatchObject({
      code: 'tlc-failed',
      message: expect.stringContaining('No'),
    });
    expect(await refusal({}, { constants: new Map([['N', '1']]) })).toMatchObject({
      code: 'unknown-constant',
    });
    expect(await refusal({}, { module: 'Other' })).toMatchObject({ code: 'tla-unknown-module' });
  });

  it('ends when the time is over, and when it is told to', async () => {
    const endless =
      "---- MODULE M ----\nEXTENDS Naturals\nVARIABLE x\nInit == x = 1\nNext == x' = x + 1\n====";
    const model = modelOf('M', { 'M.tla': endless, 'M.cfg': 'NEXT Next' });
    const traces = [await traceOf({ hidden: ['Next'] }, { state: { x: -1 } })];
    await expect(validateWithTlc({ ...model, traces, tlc, timeout: 3 })).rejects.toMatchObject({
      code: 'limit',
    });
    const signal = AbortSignal.timeout(100);
    await expect(validateWithTlc({ ...model, traces, tlc, signal })).rejects.toMatchObject({
      code: 'interrupted',
    });
  });
});
