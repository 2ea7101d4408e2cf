/** Work that is done one after another, until something fails. */
export interface Turns {
  /** Resolves when it was done, after all that was given before. @throws what failed first, of all that was given */
  take(work: () => Promise<void>): Promise<void>;
  /** What failed first. */
  readonly failure: Error | undefined;
}

export function turns(): Turns {
  let failure: Error | undefined;
  let last: Promise<void> = Promise.resolve();
  const run = async (before: Promise<void>, work: () => Promise<void>): Promise<void> => {
    await before;
    if (failure !== undefined) throw failure;
    try {
      await work();
    } catch (error) {
      failure = error as Error;
      throw error;
    }
  };
  return {
    take(work) {
      const done = run(last, work);
      last = done.catch(() => {});
      return done;
    },
    get failure() {
      return failure;
    },
  };
}
