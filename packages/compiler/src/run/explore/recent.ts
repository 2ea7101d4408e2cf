/** A power of two: with states of some words, what the second cache of a processor holds. */
const recentSize = 1 << 12;

/**
 * States that were found lately. Most states that are found again are found soon: to know them by a few kilobytes that
 * are near is a multiple faster than by the table.
 */
export class Recent {
  readonly width: number;
  readonly states: Int32Array;

  constructor(width: number) {
    this.width = width;
    // The last word says whether there is one.
    this.states = new Int32Array(recentSize * (width + 1));
  }

  /** Whether a state is among them; then it is, in the place of another. */
  has(state: Int32Array, hash: number): boolean {
    const { states, width } = this;
    const start = (hash & (recentSize - 1)) * (width + 1);
    let i = 0;
    while (i < width && states[start + i] === state[i]) i++;
    if (i === width && states[start + width] === 1) return true;
    for (; i < width; i++) states[start + i] = state[i] as number;
    states[start + width] = 1;
    return false;
  }
}
