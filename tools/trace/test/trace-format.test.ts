import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root, synod } from './synod.js';

const page = readFileSync(join(root, 'docs/trace-format.md'), 'utf8');
const blocks = (kind: string): readonly string[] =>
  Array.from(page.matchAll(new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\`$`, 'gm')), ([, text = '']) => text);

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-traces-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes texts as files, and says where they are. */
function files(kind: string): readonly string[] {
  return blocks(kind).map((text, index) => {
    const file = join(folder, `${kind.replace(' ', '-')}-${index}`);
    writeFileSync(file, text);
    return file;
  });
}

describe('the page on traces', { timeout: 60_000 }, () => {
  const good = [...files('ndjson'), ...files('json')];

  it.each(['graph', 'model'])('shows traces that conform, says the engine %s', (engine) => {
    expect(good.length).toBeGreaterThan(6);
    const { status, stdout, stderr } = synod([
      'validate',
      ...good,
      '--model',
      'MCPaxosTiny',
      '--engine',
      engine,
    ]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.match(/ conforms$/gm)).toHaveLength(good.length);
  });

  it('shows traces that are refused, each in the line that is shown', () => {
    const messages = blocks('text');
    const wrong = files('ndjson wrong');
    expect(wrong).toHaveLength(messages.length);
    const { status, stderr } = synod(['validate', ...wrong, '--model', 'MCPaxosTiny']);
    const expected = messages.map((message, index) => message.replace('run.ndjson', wrong[index] ?? ''));
    expect(status).toBe(2);
    for (const message of expected) expect(stderr).toContain(message);
  });

  it.skipIf(spawnSync('python3', ['--version']).status !== 0)('shows a logger whose logs conform', () => {
    const { status } = spawnSync('python3', ['-c', blocks('python')[0] ?? ''], { cwd: folder });
    expect(status).toBe(0);
    const logs = ['a1.ndjson', 'p0.ndjson'].map((log) => join(folder, log));
    const run = synod(['validate', '--together', ...logs, '--model', 'MCPaxosTiny']);
    expect([run.status, run.stderr]).toEqual([0, '']);
  });
});
