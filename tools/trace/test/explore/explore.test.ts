import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { exploreCommand } from '../../src/explore/command.js';
import { openProject } from '../../src/open-project.js';
import { root, synod } from '../synod.js';
import { lift, liftFile } from './lift.js';

/** What does not depend on how fast the machine is. */
const steady = (text: string): string => text.replace(/time .*/, 'time …').replace(/memory .*/, 'memory …');

describe('synod explore', () => {
  it('finds and checks all states of a bundled model', () => {
    const { status, stdout, stderr } = synod(['explore', 'MCPaxosTiny']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(steady(stdout)).toBe(`MCPaxosTiny: all states explored, nothing wrong
  states   3,921, 23,563 generated, depth 17
  checked  invariants TypeOK, Inv; properties ImplementsVoting, ImplementsConsensus; deadlock
  time …
  engine   packed: 64 bits a state; one thread
  memory …
`);
  });

  it.each(['packed', 'values'])('finds what TLC finds, states being kept as %s', (tier) => {
    for (const model of ['MCConsensus', 'MCVoting', 'MCPaxosOne', 'MCVotingInductive']) {
      const { status, stdout } = synod(['explore', model, '--tier', tier, '--json']);
      // Other figures than those in models.json would be exit code 2.
      expect([status, JSON.parse(stdout)]).toMatchObject([0, { outcome: 'complete', tier, model }]);
    }
  });

  it('says what was checked, and checks no more', () => {
    expect(lift('SPECIFICATION Spec INVARIANT NotHigh', '--check', 'none')).toMatchObject({ status: 0 });
    expect(lift('SPECIFICATION Spec INVARIANT NotHigh', '--check', 'refinement').stdout).toContain(
      'checked  deadlock',
    );
    expect(lift('SPECIFICATION Spec INVARIANT NotHigh', '--check', 'refinement, invariants').status).toBe(1);
    expect(synod(['explore', 'MCConsensus', '--check', 'all']).stderr).toMatch(
      /it must be invariants, refinement/,
    );
  });

  it('shows the shortest way to a state in which an invariant does not hold, and which conjunct', () => {
    const { status, stdout, stderr } = lift('SPECIFICATION Spec INVARIANT NotHigh');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(steady(stdout)).toBe(`the invariant NotHigh does not hold in the last of these states
  1. in the initial state
    /\\ floor = 0
    /\\ open = FALSE
  2. Up
    /\\ floor' = 1
  3. Up
    /\\ floor' = 2
  4. Door
    /\\ open' = TRUE
  false: open => floor < 2  at ${liftFile}:22

Lift: does not hold
  states   7, 10 generated, depth 4
  checked  invariants NotHigh; deadlock
  time …
  engine   packed: 32 bits a state; one thread
  memory …
`);
  });

  it('tells the same to a program', () => {
    const { status, stdout } = lift('SPECIFICATION Spec INVARIANT NotHigh', '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([
      1,
      {
        format: 1,
        exitCode: 1,
        outcome: 'invariant',
        name: 'NotHigh',
        path: [
          { state: { floor: '0', open: 'FALSE' } },
          { step: 'Up', state: { floor: '1', open: 'FALSE' } },
          { step: 'Up', state: { floor: '2', open: 'FALSE' } },
          { step: 'Door', state: { floor: '2', open: 'TRUE' } },
        ],
        false: [{ text: 'open => floor < 2', line: 22 }],
      },
    ]);
  });

  it('shows a step that a property does not allow', () => {
    const { status, stdout } = lift('SPECIFICATION BadSpec PROPERTY Spec');
    expect(status).toBe(1);
    expect(stdout).toContain('the property Spec does not allow the last of these steps');
    expect(stdout).toContain("  4. Fall\n    /\\ floor' = 0\n");
    expect(stdout).toContain('false: ');
  });

  it('shows a state that has no next one, unless the cfg file allows it', () => {
    const { status, stdout } = lift('SPECIFICATION OnlyUp');
    expect(status).toBe(1);
    expect(stdout).toContain('deadlock\n  1. in the initial state');
    expect(lift('SPECIFICATION OnlyUp CHECK_DEADLOCK FALSE').status).toBe(0);
  });

  it('says which ASSUME is false', () => {
    const { status, stdout } = lift('CONSTANTS Floors = {} Top = -1 SPECIFICATION Spec');
    expect(status).toBe(1);
    expect(stdout).toContain('ASSUME TopIsAFloor is false');
  });

  it('could not tell where a rule of TLA+ is broken, and shows the way there', () => {
    for (const tier of ['packed', 'values']) {
      const { status, stdout, stderr } = lift('SPECIFICATION Past', '--tier', tier);
      expect(status).toBe(2);
      expect(stdout).toContain("    /\\ floor' = 1\n");
      expect(stderr).toMatch(/^synod: .*Lift\.tla:20:\d+: .*1.*\n$/);
    }
  });

  it('gives up at a limit, and after a time', () => {
    const limited = lift('SPECIFICATION Endless', '--tier', 'values', '--limit', '1000');
    expect(limited).toMatchObject({
      status: 2,
      stderr: 'synod: Lift: could not tell: there are more states than --limit\n',
    });
    expect(limited.stdout).toContain('states   1,001,');
    const late = lift('SPECIFICATION Endless', '--tier', 'values', '--timeout', '0.2');
    expect(late).toMatchObject({
      status: 2,
      stderr: 'synod: Lift: could not tell: not done after 0.2 seconds\n',
    });
  });

  it('takes acceptors, and values, for each other where they may stand for each other', () => {
    const { status, stdout } = synod(['explore', 'MCPaxosTiny', '--symmetry']);
    expect(status).toBe(0);
    expect(stdout).toContain('MCPaxosTiny with symmetric constants: all states explored');
    expect(stdout).toContain('states   443, 2,697 generated, depth 17');
    expect(lift('CONSTANTS Floors = {} Top = 2 SPECIFICATION Spec', '--symmetry')).toMatchObject({
      status: 2,
      stderr:
        'synod: Lift has no constant that is a small set of model values which could stand for each other; leave --symmetry out\n',
    });
  });

  it('says in one line what is wrong', () => {
    const says = (...args: readonly string[]): string => {
      const { status, stdout, stderr } = synod(['explore', ...args]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      return stderr;
    };
    expect(says('MCPaxosTinny')).toBe(
      'synod: there is no model MCPaxosTinny; did you mean MCPaxosTiny? A module is named by its file: FILE.tla\n',
    );
    expect(says('Elsewhere')).toBe(
      'synod: there is no model Elsewhere; synod models lists them. A module is named by its file: FILE.tla\n',
    );
    expect(says('nowhere.tla')).toBe(
      'synod: nowhere.tla: the module cannot be read: there is no such file\n',
    );
    expect(says('nowhere.tla', '--config', 'specs/MCVoting.cfg')).toBe(
      'synod: nowhere.tla: the module cannot be read: there is no such file\n',
    );
    expect(says('MCVoting', '--workers', '0')).toBe('synod: --workers must be at least 1.\n');
  });

  it.skipIf(!existsSync('/dev/full'))('says that nothing more can be written, in one line', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'tools/trace/dist/main.js'), 'explore', 'MCConsensus'],
      {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      },
    );
    closeSync(full);
    // 1 would say that something does not hold.
    expect(status).toBe(2);
    expect(stderr).toMatch(/^synod: standard output cannot be written: ENOSPC.*\n$/);
  });

  it('prints what it has when it is interrupted', async () => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => {});
    const before = process.listenerCount('SIGINT');
    const ended = exploreCommand(() => openProject(root), 'MCPaxosLarge', {
      check: { invariants: false, refinement: false },
      workers: 1,
      json: true,
      color: false,
    });
    while (process.listenerCount('SIGINT') === before) await setImmediate();
    process.emit('SIGINT');
    expect(await ended).toBe(130);
    expect(JSON.parse(print.mock.lastCall?.[0] as string)).toMatchObject({
      outcome: 'cancelled',
      says: 'MCPaxosLarge: could not tell: interrupted',
    });
    print.mockRestore();
  });
});
