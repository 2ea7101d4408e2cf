import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../synod.js';
import { bench, main, plainEnvironment, type RunOptions } from '../validate/bench.js';

/** A lamp: three states, six steps of five actions, which can be counted by hand. */
const lamp: readonly string[] = [
  {
    graph: 1,
    module: 'Lamp',
    variables: ['lamp'],
    states: 3,
    initial: 1,
    steps: 6,
    parameters: true,
    exact: true,
    complete: true,
    modelValues: [],
  },
  { state: 0, initial: true, values: { lamp: 'off' } },
  { state: 1, values: { lamp: 'on' } },
  { state: 2, values: { lamp: 'broken' } },
  { from: 0, action: 'On', params: [], to: 1 },
  { from: 1, action: 'Off', params: [], to: 0 },
  { from: 1, action: 'Dim', params: [1], to: 1 },
  { from: 1, action: 'Dim', params: [2], to: 1 },
  { from: 1, action: 'Break', params: [], to: 2 },
  { from: 2, action: 'Mend', params: [], to: 0 },
].map((line) => JSON.stringify(line));

/** A log of the lamp: actions, or whole events. */
export function log(...events: readonly (string | object)[]): readonly string[] {
  const lines = events.map((event) => (typeof event === 'string' ? { action: event } : event));
  return [{ trace: 1, spec: 'Lamp' }, ...lines].map((line) => JSON.stringify(line));
}

/** Traces of the lamp in a folder of their own, and the command run there. */
export interface LampBench extends Pick<ReturnType<typeof bench>, 'folder' | 'write' | 'read'> {
  /** Runs `synod coverage` on the lamp's graph, unless another one is named. */
  readonly coverage: (args: readonly string[], options?: RunOptions) => Run;
}

export function lampBench(): LampBench {
  const { folder, write, read } = bench();
  write('lamp.graph.ndjson', lamp);
  write('on-off.ndjson', log('On', 'Off'));
  write('on.ndjson', log('On'));
  write('break.ndjson', log('On', 'Break', 'Mend'));
  write('dim.ndjson', log('On', 'Dim'));
  write('wrong.ndjson', log('On', 'Mend'));
  write('cut.ndjson', ['{"trace":1,"spec":"Lamp"}', '{"action":', '{}']);
  mkdirSync(join(folder, 'runs'));
  write('runs/b.ndjson', log('On', 'Break'));
  write('runs/a.ndjson', log('On'));
  write('runs/notes.txt', 'not a trace');
  mkdirSync(join(folder, 'empty'));
  return {
    folder,
    write,
    read,
    coverage(args, { input, env, cwd = folder } = {}) {
      const against = args.some((arg) => arg === '--graph' || arg === '--model');
      const all = against ? args : [...args, '--graph', 'lamp.graph.ndjson'];
      const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'coverage', ...all], {
        cwd,
        encoding: 'utf8',
        env: plainEnvironment(env),
        ...(input === undefined ? {} : { input }),
      });
      return { status, stdout, stderr };
    },
  };
}
