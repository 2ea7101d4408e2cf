import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { program, temporaryFolder } from '../test/folder.js';
import { passThrough, runTlc } from './run.js';

/** Stands in for Java: says what it was given, leaves a file where TLC would, and ends as told. */
const talkative = `
for a in "$@"; do
  case $previous in -metadir) mkdir -p "$a"; touch "$a/fingerprints";; esac
  echo "$a"; previous=$a
done
echo "LC_ALL=$LC_ALL" >&2
exit 12`;

async function run(
  tlcArguments: readonly string[],
): Promise<{ readonly code: number; readonly lines: string[] }> {
  const folder = temporaryFolder();
  const tlc = { jar: 'tla.jar', java: program(join(folder, 'java'), talkative) };
  const lines: string[] = [];
  const onLine = (line: string): number => lines.push(line);
  const code = await runTlc({ tlc, arguments: tlcArguments, cwd: folder, stdio: 'pipe', onLine });
  return { code, lines };
}

describe('runTlc', () => {
  it('gives TLC a folder of its own, and removes it', async () => {
    const { code, lines } = await run(['-deadlock', 'Spec']);
    expect(code).toBe(12);
    const metadir = lines[lines.indexOf('-metadir') + 1] ?? '';
    expect(lines.filter((line) => !line.startsWith('-Djava.io.tmpdir=') && line !== metadir)).toEqual(
      expect.arrayContaining([
        '-XX:+UseParallelGC',
        '-cp',
        'tla.jar',
        'tlc2.TLC',
        '-metadir',
        '-deadlock',
        'Spec',
      ]),
    );
    expect(lines).toContain('LC_ALL=C.UTF-8');
    expect(metadir).toContain('synod-tlc-');
    expect(existsSync(metadir)).toBe(false);
  });

  it.each([['-metadir'], ['-checkpoint'], ['-recover']])(
    'leaves it to somebody who says %s',
    async (option) => {
      const folder = join(temporaryFolder(), 'mine');
      const { lines } = await run([option, folder, 'Spec']);
      expect(lines.slice(lines.indexOf('tlc2.TLC') + 1).filter((line) => !line.startsWith('LC_'))).toEqual([
        option,
        folder,
        'Spec',
      ]);
      expect(existsSync(join(folder, 'fingerprints'))).toBe(option === '-metadir');
    },
  );

  it('ends TLC when told to', async () => {
    const folder = temporaryFolder();
    const tlc = { jar: 'tla.jar', java: program(join(folder, 'java'), 'echo ready; exec sleep 600') };
    const controller = new AbortController();
    const onLine = (): void => controller.abort();
    const request = { tlc, arguments: [], cwd: folder, stdio: 'pipe' as const, onLine };
    expect(await runTlc({ ...request, signal: controller.signal })).toBe(143);
    expect(await runTlc({ ...request, signal: controller.signal })).toBe(143);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('tidies up when its process gets %s', async (signal) => {
    const folder = temporaryFolder();
    const java = program(
      join(folder, 'java'),
      'for a in "$@"; do case $previous in -metadir) mkdir -p "$a"; echo "$a $$";; esac; previous=$a; done; exec sleep 600',
    );
    const entry = new URL('../dist/index.js', import.meta.url).href;
    const code = `import { passThrough } from '${entry}'; await passThrough({ jar: 'x', java: '${java}' }, ['Spec']);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = (await once(child.stdout, 'data')) as [Buffer];
    const [metadir = '', pid = ''] = output.toString().trim().split(' ');
    expect(existsSync(metadir)).toBe(true);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([null, signal]);
    expect(existsSync(metadir)).toBe(false);
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
  });
});

describe('passThrough', () => {
  it('gives the exit code, and adds no workers', async () => {
    const folder = temporaryFolder();
    const said = join(folder, 'said');
    const java = program(join(folder, 'java'), `echo "$@" > ${said}; exit 13`);
    expect(await passThrough({ jar: 'x', java }, ['-simulate', 'Spec'], folder)).toBe(13);
    expect(readFileSync(said, 'utf8')).toMatch(/tlc2\.TLC -metadir \S+ -simulate Spec\n$/);
    expect(readFileSync(said, 'utf8')).not.toContain('-workers');
  });
});
