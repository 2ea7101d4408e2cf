/** What can go wrong in a simulated cluster. */
export type FaultName =
  /** Messages are lost. */
  | 'loss'
  /** Messages come more than once. */
  | 'duplication'
  /** Some messages take very long. */
  | 'delay'
  /** Messages overtake each other on the way between two nodes. */
  | 'reordering'
  /** For a time, no messages go between some nodes and the others. */
  | 'partition'
  /** For a time, no messages go from some nodes to the others, and all in the other direction. */
  | 'one-way'
  /** Nodes crash, at the worst moments too, and start again: what was not synced is lost. */
  | 'crash'
  /** With a crash: a part of what was not synced is on the disk, and may end within a record. */
  | 'torn'
  /** Syncing takes very long on some nodes. */
  | 'slow-disk'
  /** Time goes faster on some nodes than on others. */
  | 'skew';

export type Faults = ReadonlySet<FaultName>;

export const faultNames: readonly FaultName[] = [
  'loss',
  'duplication',
  'delay',
  'reordering',
  'partition',
  'one-way',
  'crash',
  'torn',
  'slow-disk',
  'skew',
];

export const allFaults: Faults = new Set(faultNames);

export const noFaults: Faults = new Set();
