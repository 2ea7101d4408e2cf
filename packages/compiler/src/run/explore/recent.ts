/** A power of two: with states of some words, what the second cache of a processor holds. */
const recentSize = 1 << 12;

/**
 * Keys of states that were found lately. Most states that are found again are found soon: to know them by a few kilobytes that
 * are near is a multiple faster than by the table.
 */
export class Recent {
  readonly width: number;
  readonly keys: Int32Array;

  constructor(width: number) {
    this.width = width;
    // The last word says whether there is one.
    this.keys = new Int32Array(recentSize * (width + 1));
  }

  /** Whether a key is among them; then it is, in the place of another. */
  has(source: Int32Array, at: number, hash: number): boolean {
    const { keys, width } = this;
    const start = (hash & (recentSize - 1)) * (width + 1);
    let i = 0;
    while (i < width && keys[start + i] === source[at + i]) i++;
    if (i === width && keys[start + width] === 1) return true;
    for (; i < width; i++) keys[start + i] = source[at + i] as number;
    keys[start + width] = 1;
    return false;
  }
}
