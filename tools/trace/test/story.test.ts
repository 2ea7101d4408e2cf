import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stories, storySchedules } from '@synod/simulator';
import { describe as describeError, InputError } from '@synod/tla';
import { afterAll, describe, expect, it } from 'vitest';
import { scheduleOf, storyCalled } from '../src/story/choose.js';
import { type StoryOptions, storyCommand } from '../src/story/command.js';
import { root, synod } from './synod.js';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-story-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const leaderDies = storyCalled('leader-dies');

/** The one line that is said of it. */
async function refusal(name: string | undefined, options: Omit<StoryOptions, 'color'>): Promise<string> {
  const error: unknown = await storyCommand(name, { ...options, color: false }).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(InputError);
  const line = describeError(error as InputError);
  expect(line).not.toContain('\n');
  return line;
}

describe('synod story', () => {
  it('lists the stories, a line each', () => {
    const { status, stdout, stderr } = synod(['story']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.split('\n');
    for (const [at, { name, summary }] of stories.entries()) {
      expect(lines[at]).toMatch(new RegExp(`^${name} +`, 'u'));
      expect(lines[at]?.endsWith(`  ${summary}`)).toBe(true);
    }
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('tells one as it is written down, without colours where there is no terminal', () => {
    const { status, stdout } = synod(['story', 'duel'], { env: { FORCE_COLOR: '1', CI: '1' } });
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(join(root, 'packages/simulator/stories/duel.txt'), 'utf8'));
  });

  it('prints a schedule that can be told again, and that synod simulate conforms', () => {
    const { status, stdout } = synod(['story', 'chosen-before-known', '--schedule']);
    expect(status).toBe(0);
    const file = join(folder, 'chosen.ndjson');
    writeFileSync(file, stdout);
    expect(synod(['story', '--tell', file]).stdout).toContain(
      'p2 has waited long enough, and begins ballot 7',
    );
    const replayed = synod(['simulate', '--replay', file]);
    expect({ status: replayed.status, stderr: replayed.stderr }).toEqual({ status: 0, stderr: '' });
    expect(replayed.stdout).toContain('conforms');
  });

  it('tells in the words of the parliament', () => {
    const file = join(folder, 'bill.ndjson');
    writeFileSync(file, scheduleOf(storyCalled('parliament'), undefined));
    const { stdout } = synod(['story', '--tell', file, '--words', 'parliament']);
    expect(stdout).toContain('Ben wants to pass "Build a bridge", and calls an election: NextBallot(1).');
  });
});

describe('what synod story refuses, in one line', () => {
  it('a story that there is not', () => {
    const { status, stdout, stderr } = synod(['story', 'duell']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('synod: there is no story "duell" (did you mean duel?): "synod story" lists them\n');
  });

  it('a branch that there is not, and none where there are several', async () => {
    const names = storySchedules(leaderDies).map(({ name }) => name);
    expect(names).toContain('two-met');
    expect(await refusal('leader-dies', { schedule: true })).toContain(names.join(', '));
    expect(await refusal('leader-dies', { schedule: 'two-mett' })).toContain('did you mean two-met?');
    expect(await refusal('duel', { schedule: 'long' })).toContain('give --schedule one of duel');
  });

  it('a file that is no schedule, with the line that is wrong', async () => {
    const file = join(folder, 'bad.ndjson');
    writeFileSync(file, `${scheduleOf(leaderDies, 'two-met').split('\n')[0]}\n{"move":"jump"}\n`);
    expect(await refusal(undefined, { tell: file })).toContain(`${file}:2: `);
    expect(await refusal(undefined, { tell: join(folder, 'none') })).toContain('the schedule cannot be read');
    expect(await refusal(undefined, { tell: folder })).toContain('a schedule is a file, and this is none');
  });

  it('options that do not go together', async () => {
    expect(await refusal('duel', { tell: 'x' })).toContain('not both');
    expect(await refusal(undefined, { schedule: true })).toContain('name it before');
    expect(await refusal(undefined, { schedule: true, tell: 'x' })).toContain('--schedule is for a story');
    expect(await refusal('duel', { words: 'paxos' })).toContain('--words is for --tell');
  });
});
