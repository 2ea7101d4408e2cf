/** For each process, how many of its events happened before: its own included. */
export type VectorClock = Readonly<Record<string, number>>;

/** An event as a program gives it (docs/trace-format.md): `process`, `seq` and `clock` are added. */
export interface RecordedEvent {
  readonly action?: string;
  readonly params?: unknown;
  readonly state?: unknown;
  readonly derived?: unknown;
  readonly meta?: unknown;
}

/** The first line of a trace: at least the format's version and the module. */
export interface RecordedHeader {
  readonly trace: 1;
  readonly spec: string;
  readonly [field: string]: unknown;
}

/** Writes what one process does. */
export interface Recorder {
  /** Whether anything is written: where it costs much to say what happened, ask first. */
  readonly on: boolean;
  /** An event happened, after all that was recorded and received before. It is written at the next `flush`. */
  record(event: RecordedEvent): void;
  /** The clock that a message carries which is sent now, so that whoever receives it knows what came before. */
  stamp(): VectorClock | undefined;
  /** A message came with this clock: what is recorded from now on comes after what its sender had recorded. */
  receive(clock: VectorClock | undefined): void;
  /**
   * Hands all that was recorded to the operating system. To be called before any message is sent that depends on it: then a
   * crash of the process loses nothing that anybody has heard of.
   *
   * @throws if it cannot be written: the process must say nothing more
   */
  flush(): void;
  close(): void;
}
