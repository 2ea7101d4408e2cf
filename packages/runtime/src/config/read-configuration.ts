import { closeSync, openSync, readSync } from 'node:fs';
import { type Cluster, clusterProblems, defaultTiming } from '@synod/roles';
import type * as z from 'zod';
import { RuntimeError } from '../errors.js';
import { type Address, addressText } from '../transport/address.js';
import type { Configuration } from './configuration.js';
import { parseAddress } from './parse-address.js';
import { type ConfigurationFile, configurationSchema } from './schema.js';

/** In bytes: 64 nodes and 1000 quorums are far less. */
const longestFile = 1_048_576;

/**
 * Reads a configuration file.
 *
 * @throws RuntimeError `configuration`, with the file's name and what is wrong in one sentence
 */
export function readConfiguration(file: string): Configuration {
  return parseConfiguration(textOf(file), file);
}

/**
 * Reads the text of a configuration.
 *
 * @param file what it is called in messages
 * @throws RuntimeError `configuration`
 */
export function parseConfiguration(text: string, file: string): Configuration {
  const { success, data, error } = configurationSchema.safeParse(jsonOf(text, file));
  if (!success) refuse(file, issueText(error.issues[0]));
  const cluster = clusterOf(data);
  const [problem] = [...nodeProblems(data), ...clusterProblems(cluster)];
  if (problem !== undefined) refuse(file, problem);
  const addresses = data.nodes.map(({ id, address }) => [id, addressOf(address, id, file)] as const);
  const twice = addresses.find(([, { host, port }], at) =>
    addresses.slice(0, at).some(([, other]) => other.host === host && other.port === port),
  );
  if (twice !== undefined) refuse(file, `two nodes have the address ${addressText(twice[1])}.`);
  return { cluster, addresses: Object.fromEntries(addresses) };
}

function textOf(file: string): string {
  try {
    return readAtMost(file, longestFile);
  } catch (cause) {
    throw new RuntimeError(
      'configuration',
      `the configuration ${file} cannot be read: ${(cause as Error).message}.`,
      { cause },
    );
  }
}

/** Not all of it at once: it may be a pipe, or a device that never ends. */
function readAtMost(file: string, most: number): string {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(most + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length <= most; length += read) {
      read = readSync(descriptor, bytes, length, bytes.length - length, null);
    }
    if (length > most) throw new Error(`it has more than ${most} bytes`);
    return bytes.toString('utf8', 0, length);
  } finally {
    closeSync(descriptor);
  }
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // The message may quote what is there.
    return refuse(file, `it is no JSON: ${(cause as Error).message.replace(/\p{Cc}/gu, '�')}.`);
  }
}

function issueText(issue: z.core.$ZodIssue | undefined): string {
  const path = (issue?.path ?? []).map((part) =>
    typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
  );
  const place = path.join('').replace(/^\./, '');
  return `${place === '' ? '' : `${place}: `}${issue?.message ?? 'it is none'}.`;
}

function nodeProblems({ nodes }: ConfigurationFile): readonly string[] {
  const twice = nodes.find(({ id }, at) => nodes.findIndex((other) => other.id === id) !== at);
  return twice === undefined ? [] : [`there are two nodes ${twice.id}: each needs a name of its own.`];
}

function addressOf(text: string, id: string, file: string): Address {
  const address = parseAddress(text);
  return address ?? refuse(file, `the address of ${id}, ${JSON.stringify(text)}, is not HOST:PORT.`);
}

function clusterOf({ cluster: name, nodes, quorums, learning, timing = {} }: ConfigurationFile): Cluster {
  const playing = (role: 'acceptor' | 'proposer' | 'learner'): readonly string[] =>
    nodes.filter(({ roles }) => roles === undefined || roles.includes(role)).map(({ id }) => id);
  return {
    name,
    acceptors: playing('acceptor'),
    proposers: playing('proposer'),
    learners: playing('learner'),
    quorums: quorums ?? { type: 'majority' },
    learning: learning ?? { type: 'all' },
    timing: {
      retry: timing.retry ?? defaultTiming.retry,
      tries: timing.tries ?? defaultTiming.tries,
      backoff: timing.backoff ?? defaultTiming.backoff,
    },
  };
}

function refuse(file: string, problem: string): never {
  throw new RuntimeError('configuration', `the configuration ${file} cannot be used: ${problem}`);
}
