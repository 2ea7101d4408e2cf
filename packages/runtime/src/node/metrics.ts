/** What a node counts and measures while it runs. */
export interface NodeMetrics {
  /** A step of Paxos.tla: `Phase1a`, `Phase1b`, `Phase2a`, `Phase2b`. */
  action(action: string): void;
  /** A ballot was refused, for there is a higher one. */
  rejection(): void;
  /** A learner knows what was chosen in one more instance. */
  decided(): void;
  /** A sync of the ledger: how long it took, in seconds, and how many records it wrote. */
  synced(seconds: number, records: number): void;
  /** A message, by its type. */
  message(direction: 'sent' | 'received', type: string): void;
  /** A message that was passed over: its sender or its instance cannot be. */
  ignored(): void;
}

/** Counts nothing. */
export const noMetrics: NodeMetrics = {
  action: () => {},
  rejection: () => {},
  decided: () => {},
  synced: () => {},
  message: () => {},
  ignored: () => {},
};
