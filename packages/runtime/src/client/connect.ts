import { RuntimeError } from '../errors.js';
import { type Address, addressProblem, addressText } from '../transport/address.js';
import { defaultLimits } from '../transport/limits.js';
import { newCounters } from '../transport/statistics.js';
import { type Dialled, dial } from '../transport/tcp/dial.js';
import { wireVersion } from '../transport/wire/frame.js';
import { nameProblem } from '../transport/wire/shape.js';
import type { Client } from './client.js';
import type { ConnectOptions } from './connect-options.js';
import { talk } from './talk.js';

/**
 * Connects to a node as a client.
 *
 * @throws RuntimeError `cannot-connect`, `time-out`, `not-a-node`, `other-version`, `other-cluster`, `bad-address`, `bad-name`, or the
 * reason for which the node refused
 */
export async function connect(address: Address, options: ConnectOptions = {}): Promise<Client> {
  const { cluster, connectTimeout = 5000, requestTimeout = 30_000 } = options;
  const problem = addressProblem(address);
  if (problem !== undefined) throw new RuntimeError('bad-address', `A client cannot connect: ${problem}.`);
  const wrong = cluster === undefined ? undefined : nameProblem(cluster);
  if (wrong !== undefined)
    throw new RuntimeError('bad-name', `The name of the cluster cannot be used: ${wrong}.`);
  const limits = { ...defaultLimits, patience: connectTimeout };
  const hello = { type: 'hello', as: 'client', version: wireVersion } as const;
  return new Promise((resolve, reject) => {
    dial(address, cluster === undefined ? hello : { ...hello, cluster }, limits, newCounters(), (dialled) => {
      const error = connectError(dialled, address, options);
      if (dialled.type === 'greeted' && error === undefined) {
        resolve(talk(dialled.link, dialled.hello, address, requestTimeout, limits.frame));
        return;
      }
      if (dialled.type === 'greeted') dialled.link.close();
      reject(error);
    });
  });
}

function connectError(dialled: Dialled, address: Address, options: ConnectOptions): RuntimeError | undefined {
  const where = addressText(address);
  switch (dialled.type) {
    case 'greeted':
      return options.cluster === undefined || dialled.hello.cluster === options.cluster
        ? undefined
        : new RuntimeError(
            'other-cluster',
            `The node at ${where} is of the cluster "${dialled.hello.cluster}", not of "${options.cluster}".`,
          );
    case 'refused':
      return new RuntimeError(dialled.reason, `The node at ${where} refuses: ${dialled.message}`);
    case 'failed':
      return failedError(dialled.code, dialled.detail, where);
  }
}

function failedError(code: string, detail: string, where: string): RuntimeError {
  switch (code) {
    case 'time-out':
      return new RuntimeError(
        'time-out',
        `Nobody answered at ${where} in time. Is it the address of a node?`,
      );
    case 'not-a-node':
      return new RuntimeError('not-a-node', `At ${where} something else than a node answers: ${detail}.`);
    case 'other-version':
      return new RuntimeError('other-version', `The node at ${where} cannot be talked to: ${detail}.`);
    case 'ECONNREFUSED':
      return new RuntimeError(
        'cannot-connect',
        `Nobody listens at ${where}. Start a node there, or name another address.`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new RuntimeError('cannot-connect', `Nobody knows the host of ${where}. Correct its name.`);
    default:
      return new RuntimeError('cannot-connect', `${where} cannot be reached: ${detail}.`);
  }
}
