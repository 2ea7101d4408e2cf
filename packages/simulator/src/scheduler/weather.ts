import type { Random } from '../random/random.js';
import type { Faults } from './faults.js';

/** How often things go wrong in one run, drawn once: so that some runs are calm, and some lose nearly everything. */
export interface Weather {
  /** Whether everything that is pending is as likely to happen next, timers and disks too. */
  readonly wild: boolean;
  /** Milliseconds that a message takes, about. */
  readonly latency: number;
  /** Of 1024 messages: lost, sent twice, very late. */
  readonly loss: number;
  readonly twice: number;
  readonly late: number;
  /** Whether messages between two nodes may overtake each other. */
  readonly overtaking: boolean;
  /** For each node: milliseconds of a sync, about; and the speed of its timers in percent. */
  readonly disk: readonly number[];
  readonly speed: readonly number[];
  /** How often nodes crash, and the network is parted. */
  readonly crashes: number;
  readonly partings: number;
  /** Of 1024 syncs: at how many the node crashes. */
  readonly worstMoment: number;
  /** When, in milliseconds, nothing goes wrong any more. */
  readonly calm: number;
  /** Whether what is still on its way when all know is delivered, too. */
  readonly drain: boolean;
}

/** @param nodes how many there are */
export function drawWeather(random: Random, faults: Faults, nodes: number): Weather {
  const some = (fault: Parameters<Faults['has']>[0], draw: () => number): number => {
    const drawn = random.happens(640) ? draw() : 0;
    return faults.has(fault) ? drawn : 0;
  };
  const wild = random.happens(384) && faults.size > 0;
  const latency = 1 << random.below(7);
  const each = (draw: () => number): readonly number[] => Array.from({ length: nodes }, draw);
  const usual = 1 + random.below(4);
  return {
    wild,
    latency,
    loss: some('loss', () => 1 << random.below(10)),
    twice: some('duplication', () => 1 << random.below(10)),
    late: some('delay', () => 1 << random.below(10)),
    overtaking: faults.has('reordering'),
    disk: each(() => usual + some('slow-disk', () => 1 << random.below(9))),
    speed: each(() => 100 + some('skew', () => random.below(200) - 80)),
    crashes: some('crash', () => 1 + random.below(4)),
    partings: Math.max(
      some('partition', () => 1 + random.below(3)),
      some('one-way', () => 1 + random.below(3)),
    ),
    worstMoment: some('crash', () => 1 << random.below(8)),
    calm: faults.size === 0 ? 0 : random.below(32) * latency + random.below(1000),
    drain: random.happens(256),
  };
}
