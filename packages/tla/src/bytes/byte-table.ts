/**
 * Numbers byte strings in the order in which they are added. Open addressing over typed arrays, with all bytes in one
 * array: what stands again and again in a file is found without making a string of it.
 */
export class ByteTable {
  readonly #mostBytes: number;
  #bytes = new Uint8Array(4096);
  // Four bytes are compared at a time.
  #view = viewOf(this.#bytes);
  /** The bytes that were looked into last, and their view. */
  #seen: Uint8Array = this.#bytes;
  #seenView: DataView = this.#view;
  /** Where each string begins; one more for the end of the last. */
  #starts = new Int32Array(257);
  #hashes = new Int32Array(256);
  #slots = new Int32Array(512).fill(-1);
  #size = 0;

  /** @param mostBytes how many bytes are kept: what comes then is not added */
  constructor(mostBytes: number = 64 * 1024 * 1024) {
    this.#mostBytes = mostBytes;
  }

  get size(): number {
    return this.#size;
  }

  /**
   * The number of the string that stands in `bytes` from `start` to `end`, or -1.
   *
   * @param hash what {@link hashBytes} gives for it
   */
  find(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = mix(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] as number;
      if (number < 0) return -1;
      if (this.#hashes[number] === hash && this.#same(number, bytes, start, end)) return number;
    }
  }

  /**
   * Where the string with a number ends if it stands in `bytes` at `at`, or -1. For a guess, such as what stood there the
   * last time: that is several times as fast as to find the end and the hash of what stands there.
   */
  endOf(number: number, bytes: Uint8Array, at: number): number {
    const from = this.#starts[number] as number;
    const length = (this.#starts[number + 1] as number) - from;
    return this.#isAt(from, length, bytes, at) ? at + length : -1;
  }

  /** Adds a string that `find` does not find. Returns its number; -1 if there is no room for it. */
  add(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const from = this.#starts[this.#size] as number;
    const to = from + end - start;
    if (to > this.#mostBytes) return -1;
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    if (to > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(to, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, from));
      this.#bytes = larger;
      this.#view = viewOf(larger);
    }
    this.#bytes.set(bytes.subarray(start, end), from);
    const number = this.#size++;
    this.#hashes[number] = hash;
    this.#starts[number + 1] = to;
    this.#slots[this.#free(hash)] = number;
    return number;
  }

  #same(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[number] as number;
    const length = (this.#starts[number + 1] as number) - from;
    return length === end - start && this.#isAt(from, length, bytes, start);
  }

  /** Whether the `length` bytes that are kept from `from` on stand in `bytes` at `at`. */
  #isAt(from: number, length: number, bytes: Uint8Array, at: number): boolean {
    if (at + length > bytes.length) return false;
    if (bytes !== this.#seen) {
      this.#seen = bytes;
      this.#seenView = viewOf(bytes);
    }
    const [own, seen] = [this.#view, this.#seenView];
    let i = 0;
    for (; i + 4 <= length; i += 4) {
      if (seen.getInt32(at + i, true) !== own.getInt32(from + i, true)) return false;
    }
    for (; i < length; i++) if (bytes[at + i] !== this.#bytes[from + i]) return false;
    return true;
  }

  #free(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = mix(hash) & mask;
    while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [starts, hashes] = [this.#starts, this.#hashes];
    this.#hashes = new Int32Array(hashes.length * 2);
    this.#starts = new Int32Array(this.#hashes.length + 1);
    this.#starts.set(starts);
    this.#hashes.set(hashes);
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let number = 0; number < this.#size; number++) {
      this.#slots[this.#free(hashes[number] as number)] = number;
    }
  }
}

/** The hash by which a {@link ByteTable} finds a string: of the empty one 0, then `hash * 31 + byte` in 32 bits. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
  return hash;
}

/** The same bytes, to be read four at a time wherever they stand. */
function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
