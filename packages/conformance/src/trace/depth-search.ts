import { IntList, TupleTable } from '@synod/spec';
import type { EventOrder } from './order.js';
import type { PartialMoves } from './partial-moves.js';
import type { Found, PartialResult } from './partial-search.js';
import type { TraceEvent } from './trace.js';
import type { Walk } from './walk.js';

/**
 * Searches depth first, each pair once, and stops at the first behaviour that takes every event: quick where there is
 * one and the order of the lines is nearly its own.
 *
 * @param most how many pairs may be looked at
 * @returns nothing if there are more
 */
export function searchDepthFirst(
  moves: PartialMoves,
  order: EventOrder,
  starts: readonly Int32Array[],
  most: number,
): PartialResult | undefined {
  const search = new DepthSearch(moves, order);
  return search.run(starts, most) ? search.result() : undefined;
}

/** A pair, and what has not been tried from it. */
interface Branch {
  readonly id: number;
  readonly untried: number[];
  /** Whether something follows it. */
  goesOn: boolean;
}

class DepthSearch {
  readonly #moves: PartialMoves;
  readonly #pairs: TupleTable;
  readonly #parents = new IntList();
  readonly #stuck: number[] = [];
  readonly #priorities: readonly (readonly number[])[];
  #end: number | undefined;

  constructor(moves: PartialMoves, order: EventOrder) {
    this.#moves = moves;
    this.#pairs = new TupleTable(moves.width + 1);
    this.#priorities = prioritiesOf(order);
  }

  /** Whether it came to an end. What follows a pair is found out one event at a time: mostly the first one will do. */
  run(starts: readonly Int32Array[], most: number): boolean {
    const stack: Branch[] = [];
    for (const start of starts) this.#add(start, -1, stack);
    const pair = new Int32Array(this.#moves.width + 1);
    for (let branch = stack.at(-1); branch !== undefined; branch = stack.at(-1)) {
      if (this.#pairs.size > most) return false;
      const { id } = branch;
      const process = branch.untried.pop();
      if (process === undefined) {
        stack.pop();
        if (!branch.goesOn) this.#stuck.push(id);
        continue;
      }
      for (let i = 0; i < pair.length; i++) pair[i] = this.#pairs.at(id, i);
      const next: Int32Array[] = [];
      this.#moves.take(pair, process, (target) => next.push(target.slice()));
      // What is added last is tried first: that nothing happened, where that is possible.
      for (const target of next.toReversed()) this.#add(target, id, stack);
      if (this.#end !== undefined) return true;
      branch.goesOn ||= next.length > 0;
    }
    return true;
  }

  result(): PartialResult {
    const end = this.#end === undefined ? undefined : this.#found(this.#end);
    const stuck = end === undefined ? this.#stuck.map((id) => this.#found(id)) : [];
    return { end, stuck, visited: this.#pairs.size };
  }

  /** Adds a pair that is new. If its cut has every event, it is the end. */
  #add(pair: Int32Array, parent: number, stack: Branch[]): void {
    const before = this.#pairs.size;
    const id = this.#pairs.add(pair);
    if (this.#pairs.size === before) return;
    this.#parents.push(parent);
    if (this.#moves.size(pair) === this.#moves.events) {
      this.#end = id;
      return;
    }
    const priority = (process: number): number =>
      (this.#priorities[process] as readonly number[])[pair[process] as number] as number;
    // What is last is tried first: the event that seems to have come first.
    const untried = this.#moves.candidates(pair).toSorted((one, other) => priority(other) - priority(one));
    stack.push({ id, untried, goesOn: false });
  }

  #found(id: number): Found {
    const { width } = this.#moves;
    const cut = Array.from({ length: width }, (_, process) => this.#pairs.at(id, process));
    return { cut, state: this.#pairs.at(id, width), walk: () => this.#walk(id) };
  }

  #walk(last: number): Walk {
    const { width } = this.#moves;
    const steps: { process: number; state: number }[] = [];
    for (let id = last; ; ) {
      const parent = this.#parents.at(id);
      if (parent < 0) return { start: this.#pairs.at(id, width), steps: steps.toReversed() };
      let process = 0;
      while (this.#pairs.at(id, process) === this.#pairs.at(parent, process)) process++;
      steps.push({ process, state: this.#pairs.at(id, width) });
      id = parent;
    }
  }
}

/** For each event a number that is likely to be smaller if it happened earlier: a guess, which only speed depends on. */
export function prioritiesOf({ logs }: EventOrder): readonly (readonly number[])[] {
  const files = new Set(logs.flatMap((log) => log.map(({ place }) => place.file)));
  return logs.map((log) => log.map((event) => (files.size === 1 ? (event.place.line ?? 0) : sumOf(event))));
}

function sumOf({ start, clock }: TraceEvent): number {
  if (start !== undefined) return start;
  let sum = 0;
  for (const entry of clock?.values() ?? []) sum += entry;
  return sum;
}
