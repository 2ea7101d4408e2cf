import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Run, root } from '../synod.js';
import { main, plainEnvironment } from '../validate/bench.js';

export const twoPhase: string = join(root, 'examples/two-phase-commit/export');

/** A folder that goes when the tests of the file are done, and commands run in it. */
export interface Bench {
  readonly folder: string;
  readonly write: (name: string, content: string) => void;
  readonly files: (name: string) => readonly string[];
  readonly lines: (name: string) => readonly unknown[];
  readonly run: (...args: readonly string[]) => Run;
}

export function generateBench(): Bench {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-generate-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    write: (name, content) => writeFileSync(join(folder, name), content),
    files: (name) => readdirSync(join(folder, name)).toSorted(),
    lines: (name) =>
      readFileSync(join(folder, name), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    run(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: plainEnvironment(),
      });
      return { status, stdout, stderr };
    },
  };
}

/** A dump of TLC: states 0, 1, 2, … of one variable n, of which the first so many are initial. */
export function dumpOf(states: number, initial: number, edges: readonly string[]): string {
  const nodes = Array.from({ length: states }, (_, n) =>
    n < initial ? `${n + 1} [label="n = ${n}",style = filled]` : `${n + 1} [label="n = ${n}"];`,
  );
  const head = ['strict digraph DiskGraph {', 'nodesep=0.35;', 'subgraph cluster_graph {', 'color="white";'];
  return [...head, ...nodes, ...edges, '{rank = same; 1;}', '}', '}', ''].join('\n');
}

/** A step of a dump; without a label, one that TLC did not name. */
export function edge(from: number, to: number, label?: string): string {
  const said = label === undefined ? '' : ` [label="${label}",color="black",fontcolor="black"]`;
  return `${from + 1} -> ${to + 1}${said};`;
}
