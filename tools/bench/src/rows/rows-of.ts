import type { BenchFolder } from '../inputs/bench-folder.js';
import { checkRows } from './check.js';
import { exploreRows } from './explore.js';
import { growthRows } from './growth.js';
import { readRows } from './read.js';
import type { Group, Row } from './row.js';
import { validateRows } from './validate.js';

/** Every row of these groups; their inputs are made as they are asked for. */
export async function rowsOf(
  chosen: readonly Group[],
  bench: BenchFolder,
  withLarge: boolean,
): Promise<readonly Row[]> {
  const makers: Readonly<Record<Group, () => Promise<readonly Row[]>>> = {
    explore: () => exploreRows(bench, withLarge),
    check: () => Promise.resolve(checkRows(bench)),
    read: () => readRows(bench),
    validate: () => validateRows(bench),
    growth: () => growthRows(bench, withLarge),
  };
  const rows: Row[] = [];
  for (const group of chosen) rows.push(...(await makers[group]()));
  return rows;
}
