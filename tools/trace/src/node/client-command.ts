import { InputError } from '@synod/tla';
import { type Asked, type Asking, askNodes } from './ask-nodes.js';
import type { ClientCommandOptions } from './client-options.js';
import { withUserErrors } from './user-errors.js';

/**
 * `synod propose VALUE`: offers a value, and says which one was chosen.
 *
 * @returns the exit code 0
 * @throws InputError if it could not be told in time: the value may be chosen nevertheless
 */
export function proposeCommand(value: string, options: ClientCommandOptions): Promise<0> {
  return withUserErrors<0>(async () => {
    const { instance, json, timeout } = options;
    const asked = await askNodes(await askingFor('proposers', options), (client) =>
      client.propose(instance, value),
    );
    if (asked.type === 'time-out') {
      const known =
        asked.why === undefined
          ? `nothing was known to be chosen in ${instance} after ${timeout} s: is a majority of the nodes up?`
          : `it could not be told what is chosen in ${instance}: ${asked.why}.`;
      const message = `${known} Your value may be chosen yet; synod query says.`;
      throw new InputError('time-out', message);
    }
    const { val } = asked.answer;
    const other = val === value ? '' : `, and not ${JSON.stringify(value)}`;
    print(
      json,
      { instance, chosen: val, node: asked.node },
      `${instance}: ${JSON.stringify(val)} is chosen${other}`,
    );
    return 0;
  });
}

/**
 * `synod query`: says what was chosen.
 *
 * @returns the exit code: 0 if a value was chosen, 1 if none is known yet
 * @throws InputError if nobody could be asked
 */
export function queryCommand(options: ClientCommandOptions): Promise<0 | 1> {
  return withUserErrors(async () => {
    const { instance, json } = options;
    const asked = await askNodes(await askingFor('learners', options), (client) => client.query(instance));
    const chosen = chosenIn(asked);
    if (chosen === undefined) {
      print(json, { instance, chosen: null }, `${instance}: no value is known to be chosen yet`);
      return 1;
    }
    print(json, { instance, ...chosen }, `${instance}: ${JSON.stringify(chosen.chosen)} is chosen`);
    return 0;
  });
}

function chosenIn(
  asked: Asked<{ readonly type: 'chosen'; readonly val: string } | { readonly type: 'unknown' }>,
): { readonly chosen: string; readonly node: string } | undefined {
  if (asked.type === 'time-out' || asked.answer.type === 'unknown') return undefined;
  return { chosen: asked.answer.val, node: asked.node };
}

async function askingFor(
  role: 'proposers' | 'learners',
  { config, node, timeout }: ClientCommandOptions,
): Promise<Asking> {
  const { readConfiguration } = await import('@synod/runtime');
  const { cluster, addresses } = readConfiguration(config);
  if (node !== undefined && addresses[node] === undefined) {
    const message = `the configuration ${config} has no node ${node}: it has ${Object.keys(addresses).join(', ')}.`;
    throw new InputError('unknown-node', message);
  }
  const ids = node === undefined ? cluster[role] : [node];
  const nodes = ids.flatMap((id) => {
    const address = addresses[id];
    return address === undefined ? [] : [{ id, address }];
  });
  return { cluster: cluster.name, nodes, timeout: timeout * 1000 };
}

function print(json: boolean | undefined, object: object, text: string): void {
  console.log(json === true ? JSON.stringify(object) : text);
}
