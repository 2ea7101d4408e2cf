import { join } from 'node:path';
import type { BenchFolder } from '../inputs/bench-folder.js';
import { type PaxosSize, paxosModel } from '../inputs/paxos-model.js';
import type { Row } from './row.js';
import { exploreSide, type Figures, tlcSide } from './sides.js';

/** As TLC counts them. */
const sizes: readonly (PaxosSize & Figures)[] = [
  { acceptors: 3, values: 2, ballots: 2, distinct: 3921, generated: 23_563 },
  { acceptors: 3, values: 2, ballots: 3, distinct: 185_369, generated: 1_361_380 },
  { acceptors: 3, values: 2, ballots: 4, distinct: 8_220_065, generated: 70_696_917 },
  { acceptors: 4, values: 2, ballots: 2, distinct: 20_609, generated: 142_947 },
  { acceptors: 5, values: 2, ballots: 2, distinct: 701_505, generated: 6_147_491 },
];

/**
 * How states and seconds grow with the ballots and with the acceptors.
 *
 * @param withLarge also 4 ballots; against TLC these are measured among those that explore
 */
export async function growthRows(bench: BenchFolder, withLarge: boolean): Promise<readonly Row[]> {
  const chosen = sizes.filter(({ ballots }) => withLarge || ballots < 4);
  return Promise.all(
    chosen.map(async (size): Promise<Row> => {
      const files = await paxosModel(join(bench.root, 'specs'), bench.scratch, size, 'nothing');
      return {
        id: `growth-${size.acceptors}-${size.ballots}`,
        group: 'growth',
        work: `${size.acceptors} acceptors, ${size.ballots} ballots, bare`,
        side: exploreSide(bench, 'synod', files, size, []),
        ...(size.ballots < 4 ? { against: tlcSide(bench, files, size, 1) } : {}),
        amount: { of: 'states', count: size.distinct },
      };
    }),
  );
}
