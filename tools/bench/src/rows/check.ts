import type { BenchFolder } from '../inputs/bench-folder.js';
import type { Row } from './row.js';
import { synod } from './sides.js';

/** The main job: every committed model, three ways. */
export function checkRows({ root }: BenchFolder): readonly Row[] {
  return [
    {
      id: 'check',
      group: 'check',
      work: 'synod check of all committed models',
      side: { name: 'synod', command: synod(root, ['check'], ['conforms']) },
      wanted: { type: 'seconds', below: 3 },
    },
  ];
}
