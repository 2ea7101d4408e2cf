import type { Tlc } from '@synod/tlc';

/** Where the benchmark works, and what it works with. */
export interface BenchFolder {
  /** The project's root. */
  readonly root: string;
  /** A temporary folder for everything that is made. */
  readonly scratch: string;
  readonly tlc: Pick<Tlc, 'jar' | 'java'>;
}
