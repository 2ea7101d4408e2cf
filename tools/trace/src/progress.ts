/** Says on standard error what is being done, where somebody is looking: one line that is written over. */
export interface Progress {
  (doing: string): void;
  /** Clears the line. */
  done(): void;
}

/** How often the line is written at the most, in milliseconds: a terminal is slow. */
const interval = 100;

/** Progress on a terminal; nothing where standard error is a file or a pipe. */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return Object.assign(() => {}, { done: () => {} });
  let last = 0;
  const show = (doing: string): void => {
    const now = performance.now();
    if (now - last < interval) return;
    last = now;
    stream.write(`\r\x1b[K${doing.slice(0, Math.max(20, stream.columns - 1))}`);
  };
  return Object.assign(show, { done: () => void stream.write('\r\x1b[K') });
}
