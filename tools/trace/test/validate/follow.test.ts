import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { bench, linesOf, main, plainEnvironment, rows, slow } from './bench.js';

const { folder, write } = bench();

interface Ended {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

// A test that fails leaves none behind.
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts `synod validate … --follow`, and says how it ends. */
function follow(args: readonly string[]): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [main, 'validate', ...args, '--follow'], {
    cwd: folder,
    env: plainEnvironment(),
  });
  running.add(child);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status, signal) => {
      running.delete(child);
      resolve({ status, signal, stdout, stderr });
    });
  });
  return { child, ended };
}

/** Interrupts it. A program that had not begun to listen is killed by that, and is begun again and given longer. */
async function interrupted(args: readonly string[]): Promise<Ended> {
  for (let wait = 1000; ; wait *= 2) {
    const { child, ended } = follow(args);
    await pause(wait);
    child.kill('SIGINT');
    const end = await ended;
    if (end.signal === null) return end;
  }
}

const wrong = linesOf('paxos-forgotten-promise.ndjson');
// A model that is opened faster.
const chosen = linesOf('consensus.ndjson');
const chosenTwice = linesOf('consensus-two-values.ndjson');

describe('a log that grows', () => {
  it.each([
    ['graph', 'grow.ndjson Paxos MCPaxosTiny 9 8 graph diverges'],
    ['model', 'grow.ndjson Paxos MCPaxosTiny in TypeScript 9 8 model, ballots 0..1 diverges'],
  ])('is followed until it diverges, by the engine %s', slow, async (engine, verdict) => {
    // Nothing is written after the wrong line, so that it must be found by itself.
    const file = write('grow.ndjson', wrong.slice(0, 4));
    const { ended } = follow([file, '--engine', engine]);
    for (const line of wrong.slice(4, 10)) {
      appendFileSync(join(folder, file), line.slice(0, 20));
      await pause(50);
      appendFileSync(join(folder, file), `${line.slice(20)}\n`);
    }
    const { status, stdout, stderr } = await ended;
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.split('\n')[0]).toBe(
      'grow.ndjson:10: Phase2b(a2) is no step that Paxos allows here (8 of 9 events match)',
    );
    expect(rows(stdout)).toEqual([verdict]);
  });

  it('gets its verdict so far when it is interrupted, with all that was written', slow, async () => {
    const file = write('open.ndjson', `${chosen.join('\n')}\n{"action":"Ne`);
    const { status, stdout, stderr } = await interrupted([file]);
    expect(rows(stdout)).toEqual(['open.ndjson Consensus MCConsensus 3 3 graph conforms']);
    expect(stderr).toBe(
      'synod: warning: open.ndjson:5: the last line has no newline and is no JSON: it was cut while it was written, and is left out.\n',
    );
    expect(status).toBe(0);
  });

  it('may be that of one of several processes', slow, async () => {
    const clocks = write('clocks.ndjson', linesOf('paxos-clock-forgotten-promise/a1.ndjson'));
    const { status, stdout } = await interrupted([clocks]);
    // Alone it is no execution; but who knows what others were about to log, before it is interrupted.
    expect(stdout).toMatch(/^clocks\.ndjson:2: Phase1b\(a1\) is no step that Paxos allows here/);
    expect(status).toBe(1);
  });

  it('could not be told of if the time is over first', slow, async () => {
    const file = write('late.ndjson', chosen);
    const { status, stdout, stderr } = await follow([file, '--timeout', '1']).ended;
    expect(stderr).toMatch(
      /^synod: late\.ndjson: the time was over after \d events: give a longer --timeout\n$/,
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('is refused where a line is wrong', slow, async () => {
    const file = write('bad.ndjson', chosen);
    const { ended } = follow([file]);
    appendFileSync(join(folder, file), '{"action":"Nxt"}\n');
    const { status, stdout, stderr } = await ended;
    expect(stderr).toBe(
      'synod: bad.ndjson:5: action: Consensus has no action Nxt (did you mean Next?); it has Next.\n',
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

describe('standard input that stays open', () => {
  it('is followed until it diverges', slow, async () => {
    const { child, ended } = follow(['-']);
    child.stdin?.write(`${chosenTwice.join('\n')}\n`);
    const { status, stdout } = await ended;
    expect(rows(stdout)).toEqual(['- Consensus MCConsensus 2 1 graph diverges']);
    expect(status).toBe(1);
  });

  it('is left when the time is over', slow, async () => {
    const { child, ended } = follow(['-', '--timeout', '4']);
    child.stdin?.write(`${chosen.join('\n')}\n`);
    const { status, stderr } = await ended;
    expect(stderr).toMatch(
      /^synod: standard input: the time was over after \d events: give a longer --timeout\n$/,
    );
    expect(status).toBe(2);
  });
});
