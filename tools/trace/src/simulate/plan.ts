import type { Cluster } from '@synod/roles';
import type { FaultName } from '@synod/simulator';
import type { Project } from '../project.js';

/** What is simulated, and what the runs are held against: all that a worker must be told. */
export interface Plan {
  readonly cluster: Cluster;
  /** What clients propose. */
  readonly values: readonly string[];
  readonly faults: readonly FaultName[];
  readonly observe: 'own' | 'all';
  /** After how many moves a run ends at the latest. */
  readonly moves: number | undefined;
  readonly project: Project;
  /** The bounded model that the runs are confined to, and whose exported graph they are held against. */
  readonly model: string | undefined;
  /** Whether it is counted what they exercise of that graph. */
  readonly coverage: boolean;
  /** The folder that each run's trace is written to. */
  readonly record: string | undefined;
}

/** Seeds, both ends included. */
export interface Seeds {
  readonly from: number;
  readonly to: number;
}
