import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinTraces } from '../src/trace/read/join-traces.js';
import { readExecution } from '../src/trace/read/read-execution.js';
import { readTrace } from '../src/trace/read/read-trace.js';
import { traceSchema } from '../src/trace/read/trace-schema.js';
import type { Trace } from '../src/trace/trace.js';
import { refusal, said } from './traces.js';

const page = readFileSync(new URL('../../../docs/trace-format.md', import.meta.url), 'utf8');

/** The code blocks of the page, in their order. */
const blocks = Array.from(page.matchAll(/^```(.*)\n([^]*?)^```$/gm), ([, kind = '', text = '']) => ({
  kind,
  text,
}));
const of = (...kinds: readonly string[]): typeof blocks => blocks.filter(({ kind }) => kinds.includes(kind));

const read = (text: string): Promise<Trace> => readExecution({ chunks: [text], file: 'run.ndjson' });

describe('the page on traces', () => {
  it.each(of('ndjson').map(({ text }) => [text]))('shows a trace that is read (%#)', async (text) => {
    const { header, events, warnings } = await read(text);
    expect([header.format, events.length, warnings]).toEqual([
      'synod',
      text.trim().split('\n').length - 1,
      [],
    ]);
  });

  it('shows a trace of each order', async () => {
    const orders = await Promise.all(of('ndjson').map(async ({ text }) => (await read(text)).header.order));
    expect(new Set(orders)).toEqual(new Set(['total', 'clock', 'interval']));
  });

  const wrong = blocks.flatMap(({ kind, text }, index) =>
    kind === 'ndjson wrong' ? [[text, blocks[index + 1]] as const] : [],
  );

  it.each(wrong)('shows why a trace is refused (%#)', async (text, message) => {
    expect(message).toEqual({ kind: 'text', text: `${await refusal(() => read(text))}\n` });
  });

  it('shows a dozen of these, and no block that is not known here', () => {
    expect(wrong.length).toBeGreaterThan(10);
    expect(of('text')).toHaveLength(wrong.length);
    const known = new Set(['sh', 'ndjson', 'ndjson wrong', 'text', 'python', 'json']);
    expect(blocks.filter(({ kind }) => !known.has(kind))).toEqual([]);
    expect(page.match(/^```/gm)).toHaveLength(2 * blocks.length);
  });

  it('shows what model checkers write, which is read', async () => {
    const [itf, tlc, ...more] = await Promise.all(of('json').map(({ text }) => read(text)));
    expect(more).toEqual([]);
    expect(itf?.header).toMatchObject({ format: 'itf', spec: 'Paxos' });
    expect(tlc?.header).toMatchObject({ format: 'tlc', spec: undefined });
    expect(tlc?.events).toMatchObject([{ action: 'Phase1a', parameters: { by: 'name' } }]);
  });

  it('has every field of a header and of an event', () => {
    const { $defs } = traceSchema() as unknown as { $defs: Record<string, { properties: object }> };
    for (const [heading, name] of [
      ['The header', 'header'],
      ['An event', 'event'],
    ] as const) {
      const section = page.slice(page.indexOf(`\n## ${heading}\n`) + 1).split(/\n## /)[0] ?? '';
      const rows = Array.from(section.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|/gm), ([, names = '']) => names);
      const fields = rows.flatMap((names) => names.replaceAll('`', '').split(', '));
      expect(fields).toEqual(Object.keys($defs[name]?.properties ?? {}));
    }
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

it.skipIf(!hasPython)('the logger of the page writes two logs of one execution', async () => {
  const [logger, ...more] = of('python');
  expect(more).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), 'synod-logger-'));
  try {
    execFileSync('python3', ['-c', logger?.text ?? ''], { cwd: folder });
    const parts = ['p0.ndjson', 'a1.ndjson'].map((file) =>
      readTrace({ chunks: [readFileSync(join(folder, file))], file, part: true }),
    );
    const { header, events } = joinTraces(await Promise.all(parts));
    expect([header.spec, header.order]).toEqual(['Paxos', 'clock']);
    expect(
      events.map(({ action, clock, state }) => [action, Object.fromEntries(clock ?? []), said(state)]),
    ).toEqual([
      ['Phase1a', { p0: 1 }, {}],
      ['Phase1b', { p0: 1, a1: 1 }, { maxBal: { a1: 0 } }],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
