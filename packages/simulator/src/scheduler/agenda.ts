/** What is to happen at some time. */
export interface Due<T> {
  readonly time: number;
  readonly what: T;
}

/** What is to happen, by time; what is due at the same time, in the order in which it was added. */
export interface Agenda<T> {
  readonly size: number;
  add(time: number, what: T): void;
  /** Takes out what is next. */
  take(): Due<T> | undefined;
}

interface Entry<T> extends Due<T> {
  readonly order: number;
}

/** A binary heap. */
export function newAgenda<T>(): Agenda<T> {
  const heap: Entry<T>[] = [];
  let added = 0;
  return {
    get size() {
      return heap.length;
    },
    add(time, what) {
      heap.push({ time, what, order: added });
      added += 1;
      rise(heap);
    },
    take() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first;
      heap[0] = last;
      sink(heap);
      return first;
    },
  };
}

function before<T>(one: Entry<T>, other: Entry<T>): boolean {
  return one.time < other.time || (one.time === other.time && one.order < other.order);
}

function rise<T>(heap: Entry<T>[]): void {
  let at = heap.length - 1;
  const entry = heap[at];
  if (entry === undefined) return;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || before(above, entry)) break;
    heap[at] = above;
    at = parent;
    heap[at] = entry;
  }
}

function sink<T>(heap: Entry<T>[]): void {
  const entry = heap[0];
  let at = 0;
  if (entry === undefined) return;
  for (;;) {
    const left = 2 * at + 1;
    const [one, other] = [heap[left], heap[left + 1]];
    if (one === undefined) break;
    const [child, below] = other !== undefined && before(other, one) ? [left + 1, other] : [left, one];
    if (before(entry, below)) break;
    heap[at] = below;
    heap[child] = entry;
    at = child;
  }
}
