import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, synod } from './synod.js';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = (language: string): readonly string[] =>
  Array.from(readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs')), (match) => match[1] ?? '');

/** Times and memory differ from run to run, and the width of their column with them. */
const timeless = (text: string): string =>
  text
    .replaceAll(/ +\d+\.\d s/g, ' T')
    .replaceAll(/ +time/g, ' time')
    .replaceAll(/^ *(?:time|memory) .*/gm, 'time');

/** A command of the README, run. */
function output(command: string): string {
  const own = /^npm run (?:-s synod -- )?(.*)$/.exec(command)?.[1];
  if (own === undefined) return execFileSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' });
  const args =
    own === 'conform' ? ['check'] : Array.from(own.matchAll(/'([^']*)'|(\S+)/g), (m) => m[1] || m[2] || '');
  return synod(args).stdout;
}

describe('the README', () => {
  const commands = blocks('console').filter((block) => block.startsWith('$ '));

  it.each(
    commands.map((block) => [block.slice(2, block.indexOf('\n')), block.slice(block.indexOf('\n') + 1)]),
  )('shows what `%s` prints', { timeout: 300_000 }, (command, shown) => {
    expect(timeless(output(command))).toContain(timeless(shown));
  });

  it('shows nine commands with their output', () => {
    expect(commands).toHaveLength(9);
  });

  it('shows the divergence that the test of Phase2b sees', () => {
    const divergence = blocks('console').find((block) => block.startsWith('MCPaxosTiny')) ?? '';
    const golden = readFileSync(join(root, 'tools/trace/test/check.test.ts'), 'utf8');
    expect(golden.replaceAll('\\\\', '\\')).toContain(divergence.trimEnd());
  });

  it('quotes the specification and the code as they are', () => {
    const [tla = ''] = blocks('tla');
    const [ts = ''] = blocks('ts');
    expect(readFileSync(join(root, 'specs/Paxos.tla'), 'utf8')).toContain(tla);
    expect(readFileSync(join(root, 'packages/paxos/src/Phase1b.ts'), 'utf8')).toContain(ts);
  });
});
