import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFolders, publishedPackages } from '../packages.mjs';
import { bin, root, run } from './run.js';
import { packAll, tarballs } from './tarballs.js';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-publish-'));
const packed = tarballs(folder);
const patient = { timeout: 300_000 };

beforeAll(async () => {
  const { status, output } = await packAll(folder);
  if (status !== 0) throw new Error(output);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is published', () => {
  const published = publishedPackages(root);

  it('depends on nothing that is not', () => {
    const names = new Set(published.map(({ manifest }) => manifest.name));
    const missing = published.flatMap(({ manifest: { name, dependencies = {} } }) =>
      Object.keys(dependencies)
        .filter((dependency) => dependency.startsWith('@synod/') && !names.has(dependency))
        .map((dependency) => `${name} needs ${dependency}`),
    );
    expect(missing).toEqual([]);
    expect(names).toContain('@synod/paxos');
    expect(names).not.toContain('@synod/setup');
  });

  it.each(packed)('of $name is all that is needed, and no more', patient, async ({ file }) => {
    const { output } = await run('tar', ['tzf', file]);
    const files = output.trimEnd().split('\n');
    for (const wanted of ['LICENSE', 'README.md', 'dist/index.js', 'dist/index.d.ts', 'src/index.ts']) {
      expect(files).toContain(`package/${wanted}`);
    }
    const needless = /\.test\.|tsbuildinfo|tsconfig|\/(?:test|fuzz|fixtures|node_modules)\//;
    expect(files.filter((name) => needless.test(name))).toEqual([]);
    const manifest = await run('tar', ['xzOf', file, 'package/package.json']);
    expect(manifest.output).not.toContain('workspace:');
    expect(JSON.parse(manifest.output)).toMatchObject({ license: 'MIT', type: 'module', engines: {} });
  });

  it.each(packed)('of $name is as publint has it', patient, async ({ file }) => {
    const bytes = readFileSync(file);
    const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that every way of importing it finds', patient, async () => {
    const wrong = await inPairs(packed, async ({ file }) => {
      const checked = await run(bin('attw'), [file, '--profile', 'esm-only', '--no-definitely-typed']);
      return checked.status === 0 ? [] : [checked.output];
    });
    expect(wrong).toEqual([]);
  });

  it('says the same to its users as its committed reports', patient, async () => {
    const { status, output } = await run(process.execPath, ['tools/setup/api.mjs', '--check']);
    expect(status, output).toBe(0);
  });
});

describe('in an empty project, installed with npm,', () => {
  const project = join(folder, 'project');
  const synod = (...args: string[]) => run(join(project, 'node_modules/.bin/synod'), args, project);

  beforeAll(async () => {
    cpSync(join(root, 'tools/setup/consumer'), project, { recursive: true });
    const own = Object.fromEntries(packed.map(({ name, file }) => [name, `file:${file}`]));
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const manifest = {
      private: true,
      type: 'module',
      dependencies: own,
      devDependencies: Object.fromEntries(
        ['@types/node', 'fast-check', 'vitest'].map((name) => [name, devDependencies[name]]),
      ),
      // What one of them needs of another comes from its tarball too.
      overrides: Object.fromEntries(packed.map(({ name }) => [name, `$${name}`])),
    };
    writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
    // Install scripts are run, so that one that needs more than npm would fail here.
    const installed = await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], project);
    if (installed.status !== 0) throw new Error(installed.output);
  }, 300_000);

  it('the packages compile strictly, those for anywhere without the types of Node', patient, async () => {
    for (const config of ['tsconfig.anywhere.json', 'tsconfig.json', 'tsconfig.tests.json']) {
      const { status, output } = await run(bin('tsc'), ['-p', config], project);
      expect(status, output).toBe(0);
    }
  });

  it('the packages do what they are for', patient, async () => {
    const { status, output } = await run(process.execPath, ['dist/main.js'], project);
    expect(output.trimEnd().split('\n')).toEqual([
      'tla: [acc |-> {1, 2}, bal |-> 0]; assumption',
      'tla/node: 2 states; error: Invariant Inv is violated.',
      'paxos: 25 states, 81 steps, 9 deep',
      'voting: {v1}',
      'liveness: holds, refuted',
      "compiler: x' = 1 - x; 2 states of 3 generated",
      'conformance: true, step step',
      'roles: persist, action, send',
      'simulator: 1 value chosen, 0 violations',
      'recorder: {"process":"a1","seq":0,"clock":{"a1":1},"action":"Open"}',
      'runtime: olives',
      'tlc: an invariant is violated',
      'specrefs: true',
      'mutants: true',
      'trace: synod',
    ]);
    expect(status).toBe(0);
  });

  it('its tests hold executions against a model', patient, async () => {
    const vitest = join(project, 'node_modules/.bin/vitest');
    const { status, output } = await run(vitest, ['run', '--root', project, 'conforms.test.ts'], project);
    expect(output).toMatch(/Tests\s+1 passed/);
    expect(status, output).toBe(0);
  });

  it('synod helps, and checks a project that it is given', patient, async () => {
    const help = await synod('--help');
    expect(help.output).toMatch(/^Usage: synod /);
    expect(help.status).toBe(0);
    const checked = await synod('--project', root, 'check', 'MCPaxosOne');
    expect(checked.output).toMatch(/^MCPaxosOne .* conforms$/m);
    expect(checked.status).toBe(0);
  });

  it('synod says in one line that it needs one', patient, async () => {
    const { status, output } = await synod('check');
    expect(output).toMatch(/^synod: [^\n]*--project[^\n]*\n$/);
    expect(status).toBe(2);
  });
});

describe('the next release', () => {
  it('gives all packages one version, each with its changes', patient, async () => {
    const copy = join(folder, 'release');
    const manifests = packageFolders(root).map((name) => join(name, 'package.json'));
    for (const file of ['package.json', 'pnpm-workspace.yaml', '.changeset', ...manifests]) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(root, file), join(copy, file), { recursive: true });
    }
    const added = "---\n'@synod/tla': minor\n---\n\nA change that this test makes.\n";
    writeFileSync(join(copy, '.changeset', 'test.md'), added);
    const { status, output } = await run(bin('changeset'), ['version'], copy);
    expect(status, output).toBe(0);
    const released = publishedPackages(copy).map(({ manifest }) => manifest.version);
    expect(new Set(released).size).toBe(1);
    expect(released[0]).not.toBe(publishedPackages(root)[0]?.manifest.version);
    const changes = readFileSync(join(copy, 'packages/tla/CHANGELOG.md'), 'utf8');
    expect(changes).toContain('A change that this test makes.');
  });
});

describe('knip', () => {
  it('finds no file, export or dependency that nobody uses', patient, async () => {
    const { status, output } = await run(bin('knip'), ['--no-progress']);
    expect(status, output).toBe(0);
  });
});

/** Does work two at a time, and answers with all that it found. */
async function inPairs<T>(items: readonly T[], work: (item: T) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) found.push(...(await work(item)));
  };
  await Promise.all([worker(), worker()]);
  return found;
}
