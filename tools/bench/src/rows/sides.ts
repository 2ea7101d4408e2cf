import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchFolder } from '../inputs/bench-folder.js';
import type { ModelFiles } from '../inputs/paxos-model.js';
import type { Side } from './row.js';

/** What an exploration must find, as TLC counts. */
export interface Figures {
  readonly distinct: number;
  readonly generated: number;
}

/** TLC with both cores, on a model. */
export function tlcSide(
  { tlc, scratch }: BenchFolder,
  { folder, module }: ModelFiles,
  { distinct, generated }: Figures,
  mostRuns?: number,
): Side {
  const metadir = join(scratch, 'tlc', module);
  return {
    name: 'TLC',
    command: {
      command: tlc.java,
      arguments: [
        '-XX:+UseParallelGC',
        `-Djava.io.tmpdir=${scratch}`,
        '-cp',
        tlc.jar,
        'tlc2.TLC',
        '-workers',
        '2',
        '-metadir',
        metadir,
        '-config',
        `${module}.cfg`,
        module,
      ],
      cwd: folder,
      shows: new RegExp(
        `^${generated} states generated, ${distinct} distinct states found, 0 states left`,
        'm',
      ),
    },
    ...(mostRuns === undefined ? {} : { mostRuns }),
  };
}

/** `synod explore` of a model. */
export function exploreSide(
  { root }: BenchFolder,
  name: string,
  { folder, module }: ModelFiles,
  { distinct, generated }: Figures,
  options: readonly string[],
): Side {
  const file = join(folder, `${module}.tla`);
  return {
    name,
    command: synod(
      root,
      ['explore', file, '--json', ...options],
      [`"distinct": ?${distinct},`, `"generated": ?${generated},`],
    ),
  };
}

/** A script of `sides/`, run by Node. */
export function scriptSide(name: string, script: string, given: readonly string[], shows: RegExp): Side {
  const file = fileURLToPath(new URL(`../sides/${script}.js`, import.meta.url));
  return {
    name,
    command: { command: process.execPath, arguments: [file, ...given], cwd: process.cwd(), shows },
  };
}

/** The specification in TypeScript, explored as it can be read. */
export function readableSide({ root }: BenchFolder, model: string, { distinct }: Figures): Side {
  const cfg = join(root, 'specs', `${model}.cfg`);
  return scriptSide('readable TypeScript', 'explore-readable', [cfg], new RegExp(`^${distinct} states`, 'm'));
}

/** A command of `synod`, which must print these one after the other. */
export function synod(root: string, given: readonly string[], shows: readonly string[]): Side['command'] {
  return {
    command: process.execPath,
    arguments: [join(root, 'tools/trace/dist/bundle/main.js'), ...given],
    cwd: root,
    shows: new RegExp(shows.join('[^]*')),
  };
}
