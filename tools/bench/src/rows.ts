import type { BenchFolder } from './inputs/bench-folder.js';
import { checkRows } from './work/check.js';
import { exploreRows } from './work/explore.js';
import { growthRows } from './work/growth.js';
import { readRows } from './work/read.js';
import type { Group, Row } from './work/row.js';
import { validateRows } from './work/validate.js';

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
