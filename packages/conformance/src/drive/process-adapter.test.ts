import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { model, some } from '../../test/drive-mailbox.js';
import { refusal } from '../../test/traces.js';
import type { ConversationOptions } from './conversation.js';
import { driveBehaviours } from './drive.js';
import type { DriveReport } from './drive-report.js';
import { processAdapter } from './process-adapter.js';

const program = join(import.meta.dirname, '../../test/mailbox-process.mjs');

/** Drives the program, with a mistake, through some behaviours. */
async function drive(mistake: string, options: ConversationOptions = {}): Promise<DriveReport> {
  const adapter = processAdapter(process.execPath, [program, mistake], options);
  try {
    return await driveBehaviours(model, adapter, some.slice(0, 10));
  } finally {
    await adapter.close();
  }
}

describe('an implementation in a process of its own', () => {
  it('passes if it does what the specification says', async () => {
    const report = await drive('none');
    expect(report).toMatchObject({ verdict: 'conforms', steps: 400, left: 0, warnings: [] });
    expect(report.refusals).toBeGreaterThan(20);
  });

  it('is caught at its mistakes', async () => {
    expect((await drive('loses')).failure).toMatchObject({ kind: 'observation', labels: ['Send(2)'] });
    expect((await drive('clears')).failure).toMatchObject({ kind: 'not-allowed', labels: ['Clear'] });
    const { failure } = await drive('errs');
    expect(failure).toMatchObject({
      kind: 'threw',
      message: 'the implementation threw at Clear: the disk is full',
    });
    expect(failure?.labels).toHaveLength(3);
  });

  it('that ends in a step has failed there, and is started again to find a shorter way', async () => {
    const { failure } = await drive('exits');
    expect(failure?.kind).toBe('threw');
    expect(failure?.message).toContain('ended with exit code 3 instead of answering');
    expect(failure?.labels).toEqual(['Send(3)', expect.stringMatching(/^Take/), 'Clear']);
  });

  it('ends when it is closed, twice too, and what is asked then fails', async () => {
    const adapter = processAdapter(process.execPath, [program, 'none']);
    await adapter.close();
    await adapter.reset({ sent: { '#set': [] }, last: {} });
    await adapter.close();
    await adapter.close();
    await expect(async () => adapter.observe()).rejects.toThrow('was ended');
  });
});

describe('a program that is no such implementation is refused in one line', () => {
  it.each([
    ['text', / answered ready, which is not JSON\. Expected is a program that answers/],
    ['array', / answered \[\] to \{"reset":.*: expected is an object\.$/],
    ['empty', / answered \{\} to \{"reset":.*: expected is \{"ok":true\}\.$/],
    ['no-ok', / answered \{"okay":true\} to \{"observe":true\}: expected is \{"state":\{…\}\}\.$/],
    ['twice', / wrote a line that nothing was asked for: \{"ok":true\}$/],
    ['long', / answers with more than 16000000 characters in a line\.$/],
  ])('%s', async (mistake, message) => {
    expect(await refusal(() => drive(mistake))).toMatch(message);
  });

  it('if it does not answer', async () => {
    expect(await refusal(() => drive('silent', { timeout: 0.1 }))).toMatch(
      / did not answer \{"reset":.* within 0\.1 s\. Expected is a program/,
    );
  });

  it('if it cannot be run, or ends at once', async () => {
    const run = (command: string, ...args: readonly string[]): Promise<string> =>
      refusal(() => driveBehaviours(model, processAdapter(command, args), some));
    expect(await run('no-such-program')).toMatch(/^no-such-program cannot be run: .*ENOENT/);
    expect(await run(process.execPath, '-e', '0')).toMatch(
      / ended with exit code 0 instead of answering\. Expected is/,
    );
  });
});
