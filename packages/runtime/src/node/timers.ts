/** What tells a node that time is up. */
export interface Timers {
  /**
   * Calls once, after so many milliseconds.
   *
   * @returns what makes it not happen any more
   */
  after(delay: number, fire: () => void): () => void;
}

/** The timers of the machine. */
export const systemTimers: Timers = {
  after(delay, fire) {
    const timer = setTimeout(fire, delay);
    return () => clearTimeout(timer);
  },
};
