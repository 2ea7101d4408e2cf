import { IntList } from '@synod/spec';
import type { Place } from '@synod/tla';
import type { EventLog, Said } from '../../event-log.js';
import type { TraceEvent } from '../../trace.js';

/** The events of a file, kept as numbers until somebody asks for them as objects. */
export class LogColumns implements EventLog {
  readonly said: readonly Said[];
  readonly #file: string;
  readonly #saidBy = new IntList();
  readonly #lines = new IntList();
  /** For each event, the number of its process and its place there; nothing as long as no event has one. */
  readonly #processes: (string | undefined)[] = [];
  readonly #seqs: number[] = [];
  /** Events that have what others have not. */
  readonly #others = new Map<number, TraceEvent>();

  constructor(said: readonly Said[], file: string) {
    this.said = said;
    this.#file = file;
  }

  get length(): number {
    return this.#saidBy.length;
  }

  saidBy(index: number): number {
    return this.#saidBy.at(index);
  }

  place(index: number): Place {
    return { file: this.#file, line: this.#lines.at(index) };
  }

  /** Adds an event. */
  push(said: number, line: number, process: string | undefined, seq: number): void {
    if (process !== undefined) this.#processes[this.length] = process;
    if (seq >= 0) this.#seqs[this.length] = seq;
    this.#saidBy.push(said);
    this.#lines.push(line);
  }

  /** Adds an event that was made. */
  add(said: number, line: number, event: TraceEvent): void {
    const { process, seq = -1, clock, start, end } = event;
    if (clock !== undefined || start !== undefined || end !== undefined) this.#others.set(this.length, event);
    this.push(said, line, process, seq);
  }

  /** All events. */
  events(): readonly TraceEvent[] {
    return Array.from({ length: this.length }, (_, index) => {
      const other = this.#others.get(index);
      if (other !== undefined) return other;
      const { action, parameters, state, derived } = this.said[this.saidBy(index)] as Said;
      return {
        action,
        parameters,
        state,
        derived,
        process: this.#processes[index],
        seq: this.#seqs[index],
        clock: undefined,
        start: undefined,
        end: undefined,
        place: this.place(index),
      };
    });
  }
}
