/**
 * How many bytes from `left` on are the same as those from `right` on, which stand in the same block. Four are compared
 * at a time.
 *
 * @param most how many are compared at most
 */
export function sameBytes(block: DataView, left: number, right: number, most: number): number {
  const limit = Math.min(most, block.byteLength - Math.max(left, right));
  let count = 0;
  while (count + 4 <= limit && block.getInt32(left + count, true) === block.getInt32(right + count, true)) {
    count += 4;
  }
  while (count < limit && block.getUint8(left + count) === block.getUint8(right + count)) count++;
  return count;
}
