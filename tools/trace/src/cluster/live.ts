import { defaultInstance } from '../node/client-options.js';
import type { LocalCluster } from './local-cluster.js';
import { narrated } from './narrate.js';
import { withChildren } from './with-children.js';

/**
 * Runs a cluster until somebody interrupts it, and shows what its nodes do.
 *
 * @returns the exit code: 2 if a node ended by itself
 */
export function runLive(
  cluster: LocalCluster,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<0 | 2> {
  const onLine = (line: Readonly<Record<string, unknown>>): void => {
    const told = narrated(line);
    if (told !== undefined) say(told);
  };
  return withChildren(cluster, onLine, async (children) => {
    const { ids, config } = cluster;
    say(`${ids.join(', ')}: up. From another terminal:`);
    say(`  synod propose VALUE --instance ${defaultInstance} --config ${config}`);
    say(`  synod query --instance ${defaultInstance} --config ${config}`);
    say('Ctrl-C stops them.');
    const interrupted = new Promise<0>((resolve) => {
      if (signal.aborted) resolve(0);
      signal.addEventListener('abort', () => resolve(0), { once: true });
    });
    const ended = Promise.race(
      children.map(async (child) => {
        await child.exited;
        if (signal.aborted) return 0;
        console.error(`synod: ${child.id} ended: ${child.lastWords().replace(/^synod: /, '')}`);
        return 2;
      }),
    );
    return Promise.race([interrupted, ended]);
  });
}
