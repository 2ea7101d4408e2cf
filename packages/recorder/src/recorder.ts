/** For each process, the number of its latest event that is known of: its own included. */
export type VectorClock = Readonly<Record<string, number>>;

/** An event as a program gives it (docs/trace-format.md): `process`, `seq` and `clock` are added. */
export interface RecordedEvent {
  readonly action?: string;
  readonly params?: unknown;
  readonly state?: unknown;
  readonly derived?: unknown;
  readonly meta?: unknown;
}

/** An event as it stands in a trace. */
export interface WrittenEvent extends RecordedEvent {
  readonly process: string;
  readonly seq: number;
  readonly clock: VectorClock;
}

/** The first line of a trace: at least the format's version and the module. `order` is `"clock"`, and need not be given. */
export interface RecordedHeader {
  readonly trace: 1;
  readonly spec: string;
  readonly [field: string]: unknown;
}

/** Writes what one process does. */
export interface Recorder {
  /** Whether anything is written: where it costs much to say what happened, ask first. */
  readonly on: boolean;
  /**
   * An event happened, after all that was recorded and received before. It is written at the next `flush`.
   *
   * @throws RecorderError if it says nothing, or something that JSON has no words for
   */
  record(event: RecordedEvent): void;
  /** The clock that a message carries which is sent now, so that whoever receives it knows what came before. */
  stamp(): VectorClock | undefined;
  /**
   * A message came with this clock: what is recorded from now on comes after what its sender had recorded.
   *
   * @throws RecorderError if it is no clock: see `isVectorClock`
   */
  receive(clock: VectorClock | undefined): void;
  /**
   * Hands all that was recorded to the operating system. To be called before any message is sent that depends on it: then a
   * crash of the process loses nothing that anybody has heard of.
   *
   * @throws RecorderError if it cannot be written: the process must say nothing more. Every later flush throws the same
   */
  flush(): void;
  /** Flushes, and closes the sink. */
  close(): void;
}
