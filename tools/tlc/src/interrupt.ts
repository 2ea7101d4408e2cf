const fatal: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Does some work that has to be tidied up after. When this process is told to end, the work's signal is
 * aborted; when the work has then come to its end, tidied up, the process ends as it was told to.
 *
 * @param outer a signal of a caller who does this already, further out, and has more to tidy up
 */
export async function untilInterrupted<T>(
  work: (signal: AbortSignal) => Promise<T>,
  outer?: AbortSignal,
): Promise<T> {
  if (outer !== undefined) return work(outer);
  const controller = new AbortController();
  let received: NodeJS.Signals | undefined;
  const onSignal = (name: NodeJS.Signals): void => {
    received ??= name;
    controller.abort();
  };
  for (const name of fatal) process.on(name, onSignal);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of fatal) process.off(name, onSignal);
    if (received !== undefined) process.kill(process.pid, received);
  }
}
