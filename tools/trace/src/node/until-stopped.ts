import type { RunningNode } from '@synod/runtime';

/**
 * Waits until a node has stopped: told to by SIGTERM or SIGINT, or by the end of standard input. Interrupted a second
 * time, the process ends at once: what is not durable then was told to nobody.
 *
 * @throws what the node could not go on after
 */
export async function untilStopped(node: RunningNode, withParent: boolean): Promise<void> {
  let told = false;
  const stop = (signal: NodeJS.Signals): void => {
    // A terminal and a parent may both say it, and mean one thing.
    if (told && signal === 'SIGINT') process.exit(130);
    told = true;
    // What it fails of is thrown below.
    node.stop().catch(() => {});
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  const parentGone = (): void => void node.stop().catch(() => {});
  if (withParent) process.stdin.once('end', parentGone).once('error', parentGone).resume();
  try {
    await node.stopped;
  } finally {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    if (withParent) process.stdin.off('end', parentGone).pause().unref();
  }
}
