import type { Random } from '../random/random.js';
import type { Faults } from './faults.js';

/** How often things go wrong in one run, drawn once: so that some runs are calm, and some lose nearly everything. */
export interface Weather {
  /** Whether everything that is pending is as likely to happen next, timers and disks too. */
  readonly wild: boolean;
  /** Milliseconds that a message takes, about. */
  readonly latency: number;
  /** Of 1024 messages of a type: how many are lost. */
  readonly loss: Readonly<Record<string, number>>;
  /** How many times as long as others messages of a type take, and those to a node: as a power of two. */
  readonly slowTypes: Readonly<Record<string, number>>;
  readonly slowNodes: readonly number[];
  /** Of 1024 messages: sent twice, very late. */
  readonly twice: number;
  readonly late: number;
  /** Whether messages between two nodes may overtake each other. */
  readonly overtaking: boolean;
  /** For each node: milliseconds of a sync, about; and the speed of its timers in percent. */
  readonly disk: readonly number[];
  readonly speed: readonly number[];
  /** How many times as long as it should every timer takes: as a power of two. */
  readonly patience: number;
  /** Of 1024 proposers: how many are given a value soon after the start. */
  readonly rivals: number;
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

const types = ['1a', '1b', '2a', '2b', 'rejected', 'chosen', 'ask', 'finish', 'nothing'];

function eachType(draw: () => number): Readonly<Record<string, number>> {
  return Object.fromEntries(types.map((type) => [type, draw()]));
}

/** Of a type of messages: as of all, or all of them, or something else. */
function lossOf(random: Random, usual: number): number {
  if (usual === 0 || random.happens(640)) return usual;
  return random.happens(384) ? 1024 : 1 << random.below(10);
}

/**
 * @param nodes how many there are
 * @param few whether there are few ballots: then what ends one early is rarer, so that they overlap in more ways
 */
export function drawWeather(random: Random, faults: Faults, nodes: number, few: boolean): Weather {
  const some = (fault: Parameters<Faults['has']>[0], draw: () => number): number => {
    const drawn = random.happens(640) ? draw() : 0;
    return faults.has(fault) ? drawn : 0;
  };
  const wild = random.happens(few ? 768 : 512) && faults.size > 0;
  const latency = 1 << random.below(7);
  const each = (draw: () => number): readonly number[] => Array.from({ length: nodes }, draw);
  const usual = 1 + random.below(4);
  const usualLoss = some('loss', () => 1 << random.below(few ? 8 : 10));
  const unheard = faults.has('loss') && random.happens(few ? 896 : 512);
  const stable = few && random.happens(832);
  const uneven = faults.has('delay') && random.happens(few ? 832 : 512);
  const slow = (): number => (uneven && random.happens(few ? 384 : 256) ? random.below(6) : 0);
  return {
    wild,
    latency,
    loss: {
      ...eachType(() => lossOf(random, usualLoss)),
      // Who is told of nobody else goes on in its ballot: only then two of them overlap often.
      ...(unheard ? { rejected: 1024 } : {}),
      // Then some acceptors vote without having promised.
      ...(few && unheard && random.happens(896) ? { '1a': 64 << random.below(4) } : {}),
      ...(unheard && random.happens(few ? 704 : 512) ? { '2b': 1024, chosen: 1024 } : {}),
    },
    patience: wild
      ? (few ? 3 : 1) + random.below(6)
      : faults.has('skew') && random.happens(256)
        ? random.below(4)
        : 0,
    slowTypes: eachType(slow),
    slowNodes: each(slow),
    twice: some('duplication', () => 1 << random.below(10)),
    late: some('delay', () => 1 << random.below(10)),
    overtaking: faults.has('reordering'),
    disk: each(() => usual + some('slow-disk', () => 1 << random.below(9))),
    speed: each(() => 100 + some('skew', () => random.below(200) - 80)),
    rivals: Math.min(1024, 384 * (1 + random.below(4))),
    crashes: stable ? 0 : some('crash', () => 1 + random.below(4)),
    partings: Math.max(
      some('partition', () => 1 + random.below(3)),
      some('one-way', () => 1 + random.below(3)),
    ),
    worstMoment: stable ? 0 : some('crash', () => 1 << random.below(8)),
    calm: faults.size === 0 ? 0 : random.below(48) * latency + random.below(wild ? 4 * latency : 1000),
    drain: random.happens(256),
  };
}
