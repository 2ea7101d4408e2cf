import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { dotText, type ExportedGraph, jsonText, ndjsonText, openGraph } from '@synod/conformance';
import { describe, expect, it } from 'vitest';
import { document, header, schemaFile, schemaText, state, step } from './state-graph-schema.js';
import { root } from './synod.js';

const page = readFileSync(join(root, 'docs/state-graph.md'), 'utf8');
const blocks = (language: string): readonly string[] =>
  Array.from(page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs')), (match) => match[1] ?? '');

/** Runs a command of the page as a shell does. */
function output(command: string): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-docs-'));
  try {
    writeFileSync(join(folder, 'terminal.py'), blocks('python')[0] ?? '');
    const own = command
      .replace('npm run -s synod --', `"${process.execPath}" tools/trace/dist/main.js`)
      .replace('terminal.py', join(folder, 'terminal.py'));
    return execFileSync('sh', ['-c', own], { cwd: root, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the page on state graphs', () => {
  const commands = blocks('console').map((block) => [
    block.slice(2, block.indexOf('\n')),
    block.slice(block.indexOf('\n') + 1),
  ]);
  const python = spawnSync('python3', ['--version']).status === 0;

  it.each(commands)('shows what `%s` prints', { timeout: 60_000 }, (command = '', shown = '') => {
    if (command.includes('python3') && !python) return;
    expect(output(command)).toBe(shown);
  });

  it('shows five commands', () => {
    expect(commands).toHaveLength(5);
    expect(page.match(/^\$ /gm)).toHaveLength(5);
  });

  it('has every field of the header', () => {
    const rows = Array.from(page.matchAll(/^\| `(\w+)` \| /gm), (match) => match[1]);
    expect(rows).toEqual(Object.keys(header.shape));
  });
});

describe('the schema', () => {
  const exports = readdirSync(join(root, 'traces/tlc'))
    .map((name) => `traces/tlc/${name}`)
    .filter((name) => existsSync(join(root, name, 'steps.dot.gz')) && !name.endsWith('MCVotingAll'));
  const files = [
    ...exports,
    ...['Lab-tlchead.dot', 'Val-tlc174.dump', 'ConST-tlc173.out', 'BadL.json', 'Lz-tlc174.dump'].map(
      (name) => `packages/tla/fixtures/${name}`,
    ),
    'packages/tla/test/outputs/Lasso.tool',
  ];

  it('that is published is the one of the tests', () => {
    expect(JSON.parse(readFileSync(schemaFile, 'utf8'))).toEqual(JSON.parse(schemaText()));
  });

  it.each(files)('fits %s', { timeout: 60_000 }, async (file) => {
    const exported = await openGraph(join(root, file));
    const [first = '', ...rest] = [...ndjsonText(exported)];
    expect(header.safeParse(JSON.parse(first)).error).toBeUndefined();
    for (const line of rest) {
      const schema = line.startsWith('{"state"') ? state : step;
      const { error } = schema.safeParse(JSON.parse(line));
      if (error !== undefined) throw new Error(`${line}: ${error.message}`);
    }
    expect(document.safeParse(JSON.parse([...jsonText(exported)].join(''))).error).toBeUndefined();
  });

  it.each([
    ['a state without values', state, { state: 0 }],
    ['a state with a wrong number', state, { state: -1, values: {} }],
    ['a value with an unknown tag', state, { state: 0, values: { x: { '#bag': [] } } }],
    ['a value that is no integer', state, { state: 0, values: { x: 0.5 } }],
    ['a step to nowhere', step, { from: 0 }],
    ['a field too many', step, { from: 0, to: 0, label: 'A' }],
  ])('does not fit %s', (_, schema, json) => {
    expect(schema.safeParse(json).success).toBe(false);
  });
});

describe('Graphviz', () => {
  it.each([
    'packages/tla/fixtures/Lab-tlchead.dot',
    'packages/tla/fixtures/Val-tlc174.dump',
    'traces/tlc/MCPaxosOne',
  ])('draws %s, every state and step once', { timeout: 60_000 }, async (file) => {
    const exported: ExportedGraph = await openGraph(join(root, file));
    const graphviz = await Graphviz.load();
    const drawn = graphviz.layout([...dotText(exported)].join(''), 'dot_json', 'dot');
    const { objects, edges = [] } = JSON.parse(drawn) as { objects: unknown[]; edges?: unknown[] };
    expect(objects).toHaveLength(exported.graph.size);
    expect(edges).toHaveLength(exported.graph.targets.length);
  });
});
