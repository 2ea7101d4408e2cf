import { askNodes } from '../node/ask-nodes.js';
import { defaultInstance } from '../node/client-options.js';
import type { LocalCluster } from './local-cluster.js';
import { narrated } from './narrate.js';
import { withChildren } from './with-children.js';

/** How long a value may take to be chosen, in milliseconds. */
const timeout = 20_000;

/**
 * Runs one instance: each value is proposed at a node of its own, all at once, and every node is asked what was chosen.
 *
 * @returns whether all of them say the same
 */
export async function runOnce(
  cluster: LocalCluster,
  values: readonly string[],
  say: (line: string) => void,
): Promise<boolean> {
  const { name, ids, addresses } = cluster;
  const nodes = ids.flatMap((id) => {
    const address = addresses[id];
    return address === undefined ? [] : [{ id, address }];
  });
  const from = (first: number) => [...nodes.slice(first), ...nodes.slice(0, first)];
  const onLine = (line: Readonly<Record<string, unknown>>): void => {
    const told = narrated(line)?.replace(`${defaultInstance}: `, '');
    if (told !== undefined) say(told);
  };
  return withChildren(cluster, onLine, async () => {
    await Promise.all(
      values.map((value, i) => {
        const asked = from(i % nodes.length);
        say(`a client proposes ${JSON.stringify(value)} at ${asked[0]?.id}`);
        return askNodes({ cluster: name, nodes: asked, timeout }, (client) =>
          client.propose(defaultInstance, value),
        );
      }),
    );
    const answers = await Promise.all(
      nodes.map((node) =>
        askNodes({ cluster: name, nodes: [node], timeout }, (client) => client.query(defaultInstance)),
      ),
    );
    const said = answers.map((asked) =>
      asked.type === 'answer' && asked.answer.type === 'chosen' ? asked.answer.val : undefined,
    );
    const [val] = said;
    const agree = val !== undefined && said.every((other) => other === val);
    say(
      agree
        ? `all ${nodes.length} nodes say that ${JSON.stringify(val)} is chosen`
        : `the nodes do not agree: ${JSON.stringify(said)}`,
    );
    return agree;
  });
}
