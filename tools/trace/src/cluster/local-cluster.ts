import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Address } from '@synod/runtime';
import { InputError } from '@synod/tla';
import type { NodeCommandOptions } from '../node/options.js';
import { freePorts } from './free-ports.js';

/** A cluster on this machine: its files, and how its nodes are started. */
export interface LocalCluster {
  readonly name: string;
  readonly folder: string;
  readonly config: string;
  readonly ids: readonly string[];
  readonly addresses: Readonly<Record<string, Address>>;
  readonly options: (id: string) => NodeCommandOptions;
}

export interface LocalClusterOptions {
  readonly nodes: number;
  /** Milliseconds, as in a configuration file. */
  readonly timing?: object;
  /** The folder must be new, or empty. */
  readonly fresh?: boolean;
}

const localName = 'local';

/**
 * Writes the configuration of a cluster whose nodes are all at 127.0.0.1, at ports that are free now.
 *
 * @throws InputError if the folder cannot be written
 */
export async function localCluster(
  folder: string,
  { nodes, timing, fresh = false }: LocalClusterOptions,
): Promise<LocalCluster> {
  const name = localName;
  const ids = Array.from({ length: nodes }, (_, i) => `a${i + 1}`);
  const ports = await freePorts(nodes);
  const listed = ids.map((id, i) => ({ id, address: `127.0.0.1:${ports[i]}` }));
  const config = join(folder, 'cluster.json');
  try {
    const { makeFolder } = await import('@synod/runtime');
    makeFolder(folder);
    refuseUsed(folder, config, fresh);
    writeFileSync(config, `${JSON.stringify({ cluster: name, nodes: listed, timing }, undefined, 2)}\n`);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const message = `a cluster cannot keep its files in ${folder} (${(cause as Error).message}): give another folder with --data.`;
    throw new InputError('folder', message, undefined, { cause });
  }
  return {
    name,
    folder,
    config,
    ids,
    addresses: Object.fromEntries(ids.map((id, i) => [id, { host: '127.0.0.1', port: ports[i] ?? 0 }])),
    options: (id) => ({
      config,
      id,
      data: join(folder, id),
      trace: join(folder, 'traces'),
      logLevel: 'debug',
    }),
  };
}

/** Nothing of somebody else is overwritten. */
function refuseUsed(folder: string, config: string, fresh: boolean): void {
  const [found] = readdirSync(folder);
  if (fresh && found !== undefined) {
    const message = `rounds need a folder that is new or empty, and ${found} is in ${folder}: give another one with --data.`;
    throw new InputError('folder', message);
  }
  if (existsSync(config) && !isLocal(readFileSync(config, 'utf8'))) {
    const message = `${config} is there already, and synod cluster did not write it: give another folder with --data.`;
    throw new InputError('folder', message);
  }
}

function isLocal(text: string): boolean {
  try {
    return (JSON.parse(text) as { readonly cluster?: unknown } | null)?.cluster === localName;
  } catch {
    return false;
  }
}
