import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** What git has in the tree, and what it would add. */
const files = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .stdout.split('\n')
  .filter((file) => file !== '');

function tool(name: string, ...args: string[]): { status: number | null; output: string } {
  const run = spawnSync(join(root, 'node_modules', '.bin', name), args, { cwd: root, encoding: 'utf8' });
  return { status: run.status, output: run.stdout + run.stderr };
}

describe('the house style', () => {
  it('has files to look at', () => {
    expect(files.filter((file) => file.endsWith('.ts')).length).toBeGreaterThan(100);
  });

  it('is linted, with types; files and functions are short', { timeout: 120_000 }, () => {
    const { status, output } = tool('oxlint', '--type-aware');
    expect(status, output).toBe(0);
  });

  it('is formatted', { timeout: 120_000 }, () => {
    const { status, output } = tool('biome', 'check', '.');
    expect(status, output).toBe(0);
  });

  it('has tests that the compiler accepts', { timeout: 120_000 }, () => {
    const { status, output } = tool('tsc', '-p', 'tsconfig.tests.json');
    expect(status, output).toBe(0);
  });

  it('names no registry host and no path of a machine', () => {
    const forbidden =
      /\/wor[k]\/|\/roo[t]\/|https?:\/\/[a-z0-9.-]*(?:npm|maven|pypi|debian)[a-z0-9-]*\.(?:org|com|net)/;
    const found = files.filter(
      (file) => !file.endsWith('.gz') && forbidden.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  it('holds no binaries but the exports', () => {
    const binary = files.filter((file) => readFileSync(join(root, file)).subarray(0, 8000).includes(0));
    expect(binary.filter((file) => !/^traces\/tlc\/.*\.gz$|^packages\/tla\/fixtures\//.test(file))).toEqual(
      [],
    );
  });
});

describe('the rooms', () => {
  const packages = ['packages', 'tools'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => ({ name, folder: join(root, folder, name) })),
  );

  it.each([
    ['tla', []],
    ['spec', ['tla']],
    ['consensus', ['tla', 'spec']],
    ['voting', ['tla', 'spec', 'consensus']],
    ['paxos', ['tla', 'spec', 'voting']],
    ['liveness', ['tla', 'spec']],
    ['compiler', ['tla', 'spec']],
    ['conformance', ['tla', 'spec', 'compiler']],
    ['roles', []],
    ['recorder', []],
    ['simulator', ['roles']],
    ['runtime', ['roles', 'recorder']],
    ['tlc', ['tla', 'spec']],
    ['specrefs', ['tla', 'compiler']],
  ])('%s depends on nothing but %j', (name, allowed) => {
    const folder = packages.find((candidate) => candidate.name === name)?.folder ?? '';
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    const own = Object.keys(dependencies).filter((dependency) => dependency.startsWith('@synod/'));
    expect(own.filter((dependency) => !allowed.includes(dependency.replace('@synod/', '')))).toEqual([]);
  });

  const sources = files.filter((file) => /^(?:packages|tools)\/[^/]+\/src\/.*\.ts$/.test(file));

  it('import only what their package.json names, and no inner file of a sibling', () => {
    const entryPoints = new Set([
      '@synod/tla/node',
      '@synod/compiler/explore',
      '@synod/conformance/judge',
      '@synod/conformance/text',
      '@synod/conformance/vitest',
      '@synod/conformance/fast-check',
    ]);
    const wrong: string[] = [];
    for (const file of sources.filter((source) => !source.endsWith('.test.ts'))) {
      const [top = '', name = ''] = file.split('/');
      const manifest = JSON.parse(readFileSync(join(root, top, name, 'package.json'), 'utf8')) as {
        dependencies?: Record<string, string>;
      };
      for (const [, from = ''] of readFileSync(join(root, file), 'utf8').matchAll(
        /from '(@synod\/[^']+)'/g,
      )) {
        const [scope, dependency, ...inner] = from.split('/');
        const named = `${scope}/${dependency}` in (manifest.dependencies ?? {});
        if (!named || (inner.length > 0 && !entryPoints.has(from))) wrong.push(`${file}: ${from}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('that hold the specifications and the roles use nothing of Node, no clock and no chance', () => {
    const pure = /^packages\/(?:tla\/src\/(?!node\/)|(?:spec|consensus|voting|paxos|roles)\/src\/)/;
    const impure = /from 'node:|\bDate\b|performance\.now|Math\.random|setTimeout|process\./;
    const wrong = sources
      .filter((file) => pure.test(file) && !file.endsWith('.test.ts'))
      .filter((file) => impure.test(readFileSync(join(root, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('each have a README that says more than a title', () => {
    const wrong = packages
      .filter(({ folder }) => {
        const text = readFileSync(join(folder, 'README.md'), 'utf8');
        return text.length < 500;
      })
      .map(({ name }) => name);
    expect(wrong).toEqual([]);
  });
});
