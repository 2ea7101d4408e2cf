import type { Lattice } from './lattice.js';

/** What behaviours are to do without. */
export interface Without {
  /** The cuts that have such a state or that such a step leads to, rising, each once. */
  readonly cuts: readonly number[];
  readonly step: (step: number) => boolean;
  readonly state: (state: number) => boolean;
}

/**
 * Answers whether some behaviour of a lattice does without a step or a state. Only what is lost with it is looked at:
 * from a cut that loses nothing all is as before, and a level that loses everything is the end.
 */
export function avoidance(lattice: Lattice): (without: Without) => boolean {
  const { cuts, cutStarts, levels, levelSizes, leaving, edges } = lattice;
  const lost = new Int32Array(lattice.states.length);
  let round = 0;
  return (without) => {
    round++;
    let at = 0;
    let open = new Set<number>();
    let level = 0;
    for (;;) {
      if (open.size === 0) {
        const next = without.cuts[at];
        if (next === undefined) return true;
        level = levels[next] as number;
      }
      for (let cut = without.cuts[at]; cut !== undefined && levels[cut] === level; cut = without.cuts[++at]) {
        open.add(cut);
      }
      const following = new Set<number>();
      let losses = 0;
      for (const cut of open) {
        losses += loseIn(lattice, cut, without, lost, round);
        for (let node = cutStarts[cut] as number; node < (cutStarts[cut + 1] as number); node++) {
          if (lost[node] !== round) continue;
          for (let i = leaving.starts[node] as number; i < (leaving.starts[node + 1] as number); i++) {
            const target = cuts[edges.to[leaving.order[i] as number] as number] as number;
            if (target !== cut) following.add(target);
          }
        }
      }
      if (losses === levelSizes[level]) return false;
      open = following;
      level++;
    }
  };
}

/** Marks the nodes of a cut that no behaviour comes to any more: all of them, until one is found to be reached. @returns how many */
function loseIn(
  { states, cuts, cutStarts, entries, edges, leaving, entering }: Lattice,
  cut: number,
  without: Without,
  lost: Int32Array,
  round: number,
): number {
  const [start, end] = [cutStarts[cut] as number, cutStarts[cut + 1] as number];
  lost.fill(round, start, end);
  const left: number[] = [];
  const keep = (node: number): void => {
    lost[node] = 0;
    left.push(node);
  };
  for (let node = start; node < end; node++) {
    if (without.state(states[node] as number)) continue;
    let comes = entries[node] === 1;
    for (let i = entering.starts[node] as number; !comes && i < (entering.starts[node + 1] as number); i++) {
      const edge = entering.order[i] as number;
      const from = edges.from[edge] as number;
      comes = lost[from] !== round && !without.step(edges.step[edge] as number);
    }
    if (comes) keep(node);
  }
  for (let i = 0; i < left.length; i++) {
    const node = left[i] as number;
    for (let j = leaving.starts[node] as number; j < (leaving.starts[node + 1] as number); j++) {
      const edge = leaving.order[j] as number;
      const to = edges.to[edge] as number;
      if (cuts[to] !== cut || lost[to] !== round) continue;
      if (!without.step(edges.step[edge] as number) && !without.state(states[to] as number)) keep(to);
    }
  }
  return end - start - left.length;
}
