/** Where the lines of a trace go. */
export interface Sink {
  /**
   * Takes whole lines. When it returns, a crash of the process cannot take them away.
   *
   * @throws if they could not be written, or not all of them
   */
  write(lines: string): void;
  close(): void;
}

/** A sink in memory, for tests and simulators. */
export interface MemorySink extends Sink {
  /** All that was written. */
  readonly text: string;
}

export function memorySink(): MemorySink {
  let text = '';
  return {
    write(lines) {
      text += lines;
    },
    close() {},
    get text() {
      return text;
    },
  };
}
