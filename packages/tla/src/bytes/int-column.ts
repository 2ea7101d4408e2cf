/** Integers of 32 bits by index, 0 where none was set. Grows. */
export class IntColumn {
  #numbers: Int32Array = new Int32Array(1024);

  set(index: number, number: number): void {
    if (index >= this.#numbers.length) {
      const larger = new Int32Array(Math.max(index + 1, this.#numbers.length * 2));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[index] = number;
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }
}
