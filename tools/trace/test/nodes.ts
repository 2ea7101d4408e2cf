import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../src/cluster/free-ports.js';
import { type Run, root } from './synod.js';

const main = join(root, 'tools/trace/dist/main.js');

/** A node, or any command, in a process of its own. */
export interface Started {
  readonly child: ChildProcess;
  /** Resolves with the first line that it prints, or with nothing if it prints none. */
  readonly said: Promise<string>;
  readonly ended: Promise<Run>;
}

/** Starts the command line as somebody would, and does not wait for it. */
export function start(args: readonly string[]): Started {
  const child = spawn(process.execPath, [main, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  let tell: (line: string) => void = () => {};
  const said = new Promise<string>((resolve) => {
    tell = resolve;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (stdout.includes('\n')) tell(stdout.slice(0, stdout.indexOf('\n')));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Run>((resolve) => {
    child.once('close', (status) => {
      tell('');
      resolve({ status, stdout, stderr });
    });
  });
  return { child, said, ended };
}

/** Runs a command to its end, while others run. */
export function run(...args: readonly string[]): Promise<Run> {
  return start(args).ended;
}

/** Three nodes that are started by hand. */
export interface Nodes {
  readonly folder: string;
  readonly config: string;
  readonly ports: readonly number[];
  /** What starts one of them. */
  readonly args: (
    id: string,
    change?: { readonly config?: string; readonly data?: string },
  ) => readonly string[];
  readonly start: (id: string, ...more: readonly string[]) => Promise<Started>;
  /** Writes another configuration beside it. */
  readonly other: (file: string, change: object) => string;
  readonly stop: () => Promise<void>;
}

export async function threeNodes(): Promise<Nodes> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-test-'));
  const ports = await freePorts(4);
  const nodes = ['a1', 'a2', 'a3'].map((id, i) => ({ id, address: `127.0.0.1:${ports[i]}` }));
  const other: Nodes['other'] = (file, change) => {
    writeFileSync(join(folder, file), JSON.stringify({ cluster: 'parliament', nodes, ...change }));
    return join(folder, file);
  };
  const config = other('cluster.json', {});
  const started: Started[] = [];
  const traces = join(folder, 'traces');
  const args: Nodes['args'] = (id, { config: file = config, data = join(folder, id) } = {}) =>
    `node --config ${file} --id ${id} --data ${data} --trace ${traces} --log-level warn`.split(' ');
  return {
    folder,
    config,
    ports,
    args,
    other,
    async start(id, ...more) {
      const node = start([...args(id), ...more]);
      started.push(node);
      await node.said;
      return node;
    },
    async stop() {
      for (const { child } of started) child.kill('SIGTERM');
      await Promise.all(started.map(({ ended }) => ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
