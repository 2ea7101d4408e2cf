import { join } from 'node:path';
import type { BenchFolder } from '../inputs/bench-folder.js';
import { type PaxosSize, paxosModel } from '../inputs/paxos-model.js';
import type { Row } from './row.js';
import { exploreSide, type Figures } from './sides.js';

const sizes: readonly (PaxosSize & Figures)[] = [
  { acceptors: 3, values: 2, ballots: 2, distinct: 3921, generated: 23_563 },
  { acceptors: 3, values: 2, ballots: 3, distinct: 185_369, generated: 1_361_380 },
  { acceptors: 3, values: 2, ballots: 4, distinct: 8_220_065, generated: 70_696_917 },
];

/** How states and seconds grow with the ballots. */
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
        amount: { of: 'states', count: size.distinct },
      };
    }),
  );
}
