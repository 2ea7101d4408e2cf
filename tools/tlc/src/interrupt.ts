const fatal: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Does some work that has to be tidied up after. When this process is told to end, the work's signal is
 * aborted; when the work has then come to its end, tidied up, the process ends as it was told to.
 *
 * @param outer a signal of the caller's, which aborts the work too
 */
export async function untilInterrupted<T>(
  work: (signal: AbortSignal) => Promise<T>,
  outer?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  let received: NodeJS.Signals | undefined;
  const onSignal = (name: NodeJS.Signals): void => {
    received ??= name;
    controller.abort();
  };
  for (const name of fatal) process.on(name, onSignal);
  try {
    const signal = outer === undefined ? controller.signal : AbortSignal.any([controller.signal, outer]);
    return await work(signal);
  } finally {
    for (const name of fatal) process.off(name, onSignal);
    if (received !== undefined) process.kill(process.pid, received);
  }
}
