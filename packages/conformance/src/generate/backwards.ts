import type { Network } from './network.js';

/** The arcs of a network by the node that they lead to. */
export function backwards({ offsets, heads }: Pick<Network, 'offsets' | 'heads'>): {
  readonly intoOffsets: Int32Array;
  readonly into: Int32Array;
  readonly tails: Int32Array;
} {
  const nodes = offsets.length - 1;
  const [tails, into] = [new Int32Array(heads.length), new Int32Array(heads.length)];
  const intoOffsets = new Int32Array(nodes + 1);
  for (const head of heads) intoOffsets[head + 1] = (intoOffsets[head + 1] as number) + 1;
  for (let node = 0; node < nodes; node++) {
    intoOffsets[node + 1] = (intoOffsets[node + 1] as number) + (intoOffsets[node] as number);
    tails.fill(node, offsets[node], offsets[node + 1]);
  }
  const next = intoOffsets.slice();
  heads.forEach((head, arc) => {
    into[next[head] as number] = arc;
    next[head] = (next[head] as number) + 1;
  });
  return { intoOffsets, into, tails };
}
