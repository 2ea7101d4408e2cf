import type { Value } from './value.js';

/** The state that variables are looked up in, and the state that primed ones are. Changes while evaluating `x'`. */
export interface Machine {
  before: readonly Value[];
  after: readonly Value[] | undefined;
  /** Set by whatever reads a variable, so that a cell can find out whether its value depends on the state. */
  touched: boolean;
}

/** The values of one call's parameters and bound variables; the parent is the frame of the definition around. */
export interface Frame {
  readonly slots: Slot[];
  readonly parent: Frame | undefined;
}

export type Slot = Value | Cell | OperatorValue | undefined;

/** An operator as an argument. */
export class OperatorValue {
  readonly arity: number;
  readonly call: (values: readonly (Value | Cell)[]) => Value;

  constructor(arity: number, call: OperatorValue['call']) {
    this.arity = arity;
    this.call = call;
  }
}

export type Run = (frame: Frame) => Value;

/**
 * An expression to be evaluated when it is needed, and once for a state: an argument, a LET definition or a definition
 * without parameters. Under a prime the state is another, and it is evaluated again: that makes `Op(x)` with `x'` in the
 * body of Op mean what it says.
 */
export class Cell {
  readonly #machine: Machine;
  readonly #run: Run;
  readonly #frame: Frame;
  #before: readonly Value[] | undefined;
  #after: readonly Value[] | undefined;
  #value: Value | undefined;
  #depends = true;

  constructor(machine: Machine, run: Run, frame: Frame) {
    this.#machine = machine;
    this.#run = run;
    this.#frame = frame;
  }

  get(): Value {
    const machine = this.#machine;
    if (this.#value !== undefined) {
      if (!this.#depends) return this.#value;
      if (this.#before === machine.before && this.#after === machine.after) {
        machine.touched = true;
        return this.#value;
      }
    }
    const outer = machine.touched;
    machine.touched = false;
    const value = this.#run(this.#frame);
    this.#depends = machine.touched;
    machine.touched ||= outer;
    this.#before = machine.before;
    this.#after = machine.after;
    this.#value = value;
    return value;
  }
}

/** Evaluates with the next state in the place of this one, where there is a next state. */
export function inNextState<T>(machine: Machine, next: readonly Value[], evaluate: () => T): T {
  const { before, after } = machine;
  machine.before = next;
  machine.after = undefined;
  try {
    return evaluate();
  } finally {
    machine.before = before;
    machine.after = after;
  }
}
