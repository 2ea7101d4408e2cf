import { join } from 'node:path';
import type { BenchFolder } from '../inputs/bench-folder.js';
import { type Checked, type ModelFiles, type PaxosSize, paxosModel } from '../inputs/paxos-model.js';
import type { Row } from './row.js';
import { exploreSide, type Figures, readableSide, tlcSide } from './sides.js';

/** Paxos with 3 ballots and with 4, as TLC counts them: specs/MCPaxosSmall and MCPaxosLarge. */
const small = { size: { acceptors: 3, values: 2, ballots: 3 }, distinct: 185_369, generated: 1_361_380 };
const large = { size: { acceptors: 3, values: 2, ballots: 4 }, distinct: 8_220_065, generated: 70_696_917 };

/**
 * Exploring: bare, and with what is checked in every state and over every step.
 *
 * @param withLarge also 4 ballots, of which TLC alone takes minutes
 */
export async function exploreRows(bench: BenchFolder, withLarge: boolean): Promise<readonly Row[]> {
  const files = (size: PaxosSize, checked: Checked): Promise<ModelFiles> =>
    paxosModel(join(bench.root, 'specs'), bench.scratch, size, checked);
  const [bare, checked] = [await files(small.size, 'nothing'), await files(small.size, 'Inv and Voting')];
  const explored = (name: string, model: ModelFiles, figures: Figures, ...options: string[]): Row['side'] =>
    exploreSide(bench, name, model, figures, options);
  const states = { of: 'states', count: small.distinct } as const;
  const rows: Row[] = [
    {
      id: 'small-bare',
      group: 'explore',
      work: '3 ballots, bare',
      side: explored('packed', bare, small, '--tier', 'packed'),
      against: tlcSide(bench, bare, small),
      amount: states,
      wanted: { type: 'times faster', atLeast: 15 },
    },
    {
      id: 'small-checked',
      group: 'explore',
      work: '3 ballots, Inv and the refinement of Voting at every step',
      side: explored('packed', checked, small, '--tier', 'packed'),
      against: tlcSide(bench, checked, small, 1),
      amount: states,
      wanted: { type: 'times faster', atLeast: 40 },
    },
    {
      id: 'small-values',
      group: 'explore',
      work: '3 ballots, bare, first tier',
      side: explored('values', bare, small, '--tier', 'values'),
      against: tlcSide(bench, bare, small),
      amount: states,
      wanted: { type: 'times faster', atLeast: 3 },
    },
    {
      id: 'small-values-checked',
      group: 'explore',
      work: '3 ballots, Inv and the refinement of Voting, first tier',
      side: explored('values', checked, small, '--tier', 'values'),
      amount: states,
    },
    {
      id: 'small-readable',
      group: 'explore',
      work: '3 ballots, bare, the readable TypeScript',
      side: readableSide(bench, 'MCPaxosSmall', small),
      against: tlcSide(bench, bare, small),
      amount: states,
      wanted: { type: 'times faster', atLeast: 1 },
    },
  ];
  return withLarge ? [...rows, ...(await largeRows(bench, files, explored))] : rows;
}

async function largeRows(
  bench: BenchFolder,
  files: (size: PaxosSize, checked: Checked) => Promise<ModelFiles>,
  explored: (name: string, model: ModelFiles, figures: Figures, ...options: string[]) => Row['side'],
): Promise<readonly Row[]> {
  const bare = await files(large.size, 'nothing');
  const checked = await files(large.size, 'Inv, Voting and Consensus');
  const amount = { of: 'states', count: large.distinct } as const;
  return [
    {
      id: 'large-bare',
      group: 'explore',
      work: '4 ballots, bare',
      side: explored('packed', bare, large, '--tier', 'packed'),
      against: tlcSide(bench, bare, large, 1),
      amount,
      wanted: { type: 'times faster', atLeast: 30, peakBytes: 3e9 },
    },
    {
      id: 'large-checked',
      group: 'explore',
      work: '4 ballots, Inv and both refinements at every step',
      side: { ...explored('packed', checked, large, '--tier', 'packed'), mostRuns: 1 },
      amount,
      wanted: { type: 'seconds', below: 90 },
    },
  ];
}
