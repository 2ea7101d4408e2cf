import type { BenchFolder } from '../inputs/bench-folder.js';
import type { Row } from './row.js';
import { synod } from './sides.js';

/**
 * The main job: every committed model, three ways. With nothing known from earlier runs; and as it is after a change of
 * the TypeScript alone, when the exports and the specifications are as they were.
 */
export function checkRows({ root }: BenchFolder): readonly Row[] {
  const row = (id: string, work: string, ...options: readonly string[]): Row => ({
    id,
    group: 'check',
    work: `synod check of all committed models, ${work}`,
    side: { name: 'synod', command: synod(root, ['check', ...options], ['conforms']) },
    wanted: { type: 'seconds', below: 3 },
  });
  return [
    row('check', 'nothing known', '--fresh'),
    row('check-again', 'exports and specifications as before'),
  ];
}
