import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '@synod/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePorts } from '../src/cluster/free-ports.js';
import { type Nodes, run, type Started, threeNodes } from './nodes.js';
import type { Run } from './synod.js';

let nodes: Nodes;
let started: readonly Started[];
let metrics: number;

beforeAll(async () => {
  nodes = await threeNodes();
  metrics = nodes.ports[3] as number;
  started = await Promise.all([
    nodes.start('a1', '--metrics', String(metrics)),
    nodes.start('a2'),
    nodes.start('a3'),
  ]);
});

afterAll(async () => {
  await nodes.stop();
});

const propose = (value: string, ...more: readonly string[]): Promise<Run> =>
  run('propose', value, '--config', nodes.config, ...more);
const query = (...more: readonly string[]): Promise<Run> => run('query', '--config', nodes.config, ...more);

describe('nodes in processes of their own', () => {
  it('say that they are ready', async () => {
    expect(await started[0]?.said).toBe(`a1 of parliament is ready at 127.0.0.1:${nodes.ports[0]}`);
  });

  it('choose one value, whoever is asked; each instance is its own', async () => {
    expect(await query('--instance', 'law')).toMatchObject({
      status: 1,
      stdout: 'law: no value is known to be chosen yet\n',
    });
    const first = await propose('A', '--instance', 'law');
    expect(first).toMatchObject({ status: 0, stdout: 'law: "A" is chosen\n', stderr: '' });
    const second = await propose('B', '--instance', 'law', '--node', 'a3');
    expect(second).toMatchObject({ status: 0, stdout: 'law: "A" is chosen, and not "B"\n' });
    const third = await propose('B', '--instance', 'bill', '--node', 'a2', '--json');
    expect(JSON.parse(third.stdout)).toEqual({ instance: 'bill', chosen: 'B', node: 'a2' });
    for (const id of ['a1', 'a2', 'a3']) {
      expect(await query('--instance', 'law', '--node', id)).toMatchObject({
        status: 0,
        stdout: 'law: "A" is chosen\n',
      });
    }
    expect(readdirSync(join(nodes.folder, 'traces', 'law'))).toEqual(['a1.ndjson', 'a2.ndjson', 'a3.ndjson']);
  });

  it('serve metrics', async () => {
    const response = await fetch(`http://127.0.0.1:${metrics}/metrics`);
    const text = await response.text();
    expect(text).toMatch(/^synod_actions_total\{action="Phase1b",node="a1"\} [1-9]/m);
    expect(text).toMatch(/^synod_sync_seconds_count\{node="a1"\} [1-9]/m);
    expect(text).toMatch(/^synod_instances_decided_total\{node="a1"\} 2$/m);
    expect(text).toMatch(/^synod_messages_total\{direction="sent",type="2b",node="a1"\} [1-9]/m);
    expect(text).toMatch(/^synod_refused_connections\{reason="malformed",node="a1"\} 0$/m);
  });

  it('go on without one of three, and it comes back with what it had promised', async () => {
    started[2]?.child.kill('SIGKILL');
    await started[2]?.ended;
    expect(await propose('C', '--instance', 'decree')).toMatchObject({ status: 0 });
    // The next one is asked.
    expect(await query('--instance', 'law')).toMatchObject({ status: 0 });
    const unreachable = await query('--node', 'a3');
    expect(unreachable).toMatchObject({ status: 2, stdout: '' });
    expect(unreachable.stderr).toMatch(/^synod: no node could be asked: a3: .*\n$/);
    await nodes.start('a3');
    expect(await query('--instance', 'decree', '--node', 'a3')).toMatchObject({
      status: 0,
      stdout: 'decree: "C" is chosen\n',
    });
  });
});

describe('what cannot be', () => {
  it.each<readonly [string, () => Promise<readonly string[]> | readonly string[], RegExp]>([
    ['the storage of a node that is running', () => nodes.args('a1'), /^synod: .*a1/],
    [
      'a second node with the same id: its address is in use',
      () => nodes.args('a1', { data: join(nodes.folder, 'second') }),
      /^synod: .*127\.0\.0\.1:\d+/,
    ],
    [
      'the storage of another node',
      async () => nodes.args('a1', { data: await storage('a2') }),
      /^synod: .* is the ledger of a2, not of a1: /,
    ],
    [
      'the storage of another cluster',
      async () => {
        const config = nodes.other('other.json', { cluster: 'senate' });
        return nodes.args('a2', { data: await storage('a2'), config });
      },
      /^synod: .* is of the cluster parliament, not of senate: /,
    ],
    [
      'the storage of another configuration: its ballots may be those of others',
      async () => nodes.args('a2', { data: await storage('a2', '0123456789abcdef') }),
      /^synod: .* was written under another configuration of the cluster parliament \(0123456789abcdef, not [0-9a-f]{16}\): /,
    ],
    [
      'quorums that do not intersect',
      () => {
        const quorums = { type: 'explicit', quorums: [['a1'], ['a2', 'a3']] };
        return nodes.args('a1', { config: nodes.other('apart.json', { quorums }) });
      },
      /^synod: .*apart\.json.* the quorums \{a1\} and \{a2, a3\} do not intersect/,
    ],
    [
      'a file where a folder should be',
      () => {
        writeFileSync(join(nodes.folder, 'file'), '');
        return nodes.args('a1', { data: join(nodes.folder, 'file', 'data') });
      },
      /^synod: .*file/,
    ],
    ['a folder without a name', () => nodes.args('a1', { data: '' }), /^synod: --data is empty: /],
    ['a node that is not there', () => nodes.args('a9'), /has no node a9: it has a1, a2, a3\.$/m],
    [
      'a configuration that is not there',
      () => nodes.args('a1', { config: '/nowhere.json' }),
      /^synod: the configuration \/nowhere\.json cannot be read/,
    ],
    [
      'a value that stands for none',
      () => ['propose', 'None', '--config', nodes.config],
      /"None" cannot be proposed/,
    ],
    [
      'a value that is too long',
      () => ['propose', 'x'.repeat(70_000), '--config', nodes.config],
      /the value has 70000 bytes, and may have 65536/,
    ],
    [
      'an instance that is a path',
      () => ['query', '--instance', '../x', '--config', nodes.config],
      /"\.\.\/x" cannot be the name of an instance/,
    ],
  ])('%s is refused in one line', async (_, args, message) => {
    const { status, stdout, stderr } = await run(...(await args()));
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('a second node with the same id at another address is told by the others, and ends', async () => {
    const [port] = await freePorts(1);
    const addresses = ['a1', 'a2', 'a3'].map((id, at) => ({
      id,
      address: `127.0.0.1:${id === 'a2' ? port : nodes.ports[at]}`,
    }));
    const config = nodes.other('second.json', { nodes: addresses });
    const second = nodes.args('a2', { data: join(nodes.folder, 'third'), config }).toSpliced(-4, 2);
    const { status, stderr } = await run(...second);
    const lines = stderr.trimEnd().split('\n');
    expect(lines.pop()).toMatch(
      /^synod: another process runs as a2: a[13] at 127\.0\.0\.1:\d+ is connected to it/,
    );
    // Each line of the log says who wrote it, and who is meant.
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ node: 'a2', peer: expect.stringMatching(/^a[13]$/) });
    expect(lines.length).toBeGreaterThan(0);
    expect(status).toBe(2);
  });

  it('has disturbed nobody', async () => {
    expect(await query('--instance', 'law')).toMatchObject({ status: 0, stdout: 'law: "A" is chosen\n' });
    expect(await propose('D', '--instance', 'later')).toMatchObject({ status: 0 });
  });
});

/** The folder of a node that does not run. */
async function storage(node: string, configuration?: string): Promise<string> {
  const folder = join(nodes.folder, `stopped-${node}-${configuration}`);
  const ledger = await openLedger(folder, {
    cluster: 'parliament',
    node,
    ...(configuration !== undefined && { configuration }),
  });
  await ledger.close();
  return folder;
}
