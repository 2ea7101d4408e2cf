import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Run, root, synod } from './synod.js';

const folder = join(root, 'tools/trace/dist/bundle');
const bundled = (...args: string[]): Run => synod(args, { main: join(folder, 'main.js') });
const patient = { timeout: 120_000 };

/** All that a file of the bundle loads before it does anything. */
function loadedWith(file: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    if (!name.startsWith('./')) return;
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, from = ''] of text.matchAll(/^(?:import|export|\})[^;]*? ?["']([^"']+)["'];$/gm))
      visit(from);
  };
  visit(`./${file}`);
  return found;
}

const named = (start: string): string =>
  readdirSync(folder).find((name) => name.startsWith(start)) ?? `no ${start}`;

describe('the command line in few files', () => {
  it('has every command, and says the same of each', patient, () => {
    const help = synod(['--help']).stdout;
    const commands = Array.from(help.matchAll(/^ {2}(\w+) \[?[\w<[]/gm), ([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(20);
    for (const args of [['--help'], ['--version'], ...commands.map((name) => ['help', name])]) {
      expect(bundled(...args), args.join(' ')).toEqual(synod(args));
    }
  });

  it('judges a trace, and says where what decides stands', patient, () => {
    for (const [trace, exitCode] of [
      ['traces/executions/paxos.ndjson', 0],
      ['traces/executions/paxos-forgotten-promise.ndjson', 1],
    ] as const) {
      const validated = bundled('validate', trace, '--json');
      const { stdout } = synod(['validate', trace, '--json']);
      const timeless = (text: string): string => text.replace(/"seconds": [\d.e-]+/g, '');
      expect(timeless(validated.stdout)).toBe(timeless(stdout));
      expect(validated.status).toBe(exitCode);
    }
  });

  it('explores with threads', patient, () => {
    const { stdout, status } = bundled(
      'explore',
      'MCPaxosFive',
      '--check',
      'invariants',
      '--workers',
      '2',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({ distinct: 701_505, threads: 2 });
    expect(status).toBe(0);
  });

  it('checks a model in threads', patient, () => {
    const { stdout, status } = bundled('check', 'MCPaxosTiny', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 0 });
    expect(status).toBe(0);
  });

  it('simulates with threads', patient, () => {
    expect(bundled('simulate', '--seeds', '1..40', '--workers', '2').status).toBe(0);
  });

  it('tells what threads that load code by its place find', patient, () => {
    const { stdout, status } = bundled(
      'mutants',
      '--only',
      'Consensus!TypeOK:isSubset(s.chosen,k.Value)→dropped',
    );
    expect(stdout).toContain('1 mutants, 0 of them not caught');
    expect(status).toBe(0);
  });

  it('says what is wrong with its input in one line', patient, () => {
    for (const args of [
      ['validate', 'no-such-file.ndjson'],
      ['explore', 'NoSuchModel'],
      ['explore', 'MCPaxosTiny', '--check', 'nothing'],
      ['check', 'NoSuchModel'],
      ['graph', 'no-such-file.dot'],
    ]) {
      const { status, stdout, stderr } = bundled(...args);
      expect({ status, stdout }, args.join(' ')).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^synod: [^\n]*\n$/);
    }
  });

  it('loads no more than a command needs', () => {
    for (const name of ['check-', 'check-worker', 'validate-', 'main'].map(named)) {
      const loaded = loadedWith(name);
      expect(loaded).toContain('node:fs');
      expect([...loaded].filter((from) => /^(?:zod|acorn|pino|web-tree-sitter|@synod\/)/.test(from))).toEqual(
        [],
      );
    }
    expect(loadedWith(named('mutants-'))).not.toContain('acorn');
  });

  it('names no place on the machine that it was made on', () => {
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name), 'utf8').includes(root), name).toBe(false);
    }
  });
});
