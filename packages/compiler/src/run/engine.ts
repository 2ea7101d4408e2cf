import type { Label } from '@synod/spec';
import type { TlaValue } from '@synod/tla';

/**
 * A compiled transition system. A state is `width` 32-bit words: one id of an interned value for each variable in the first
 * tier, packed bits in the second. Words mean something to the engine that made them only, except for packed ones, which
 * are the same for every engine loaded from the same {@link Program}. States are passed as an array and the index of their
 * first word, so that nothing is copied.
 *
 * A rule of TLA+ that is broken on the way is an EvaluationError with its place and the values involved.
 */
export interface Engine {
  /** The root module. */
  readonly name: string;
  readonly tier: 'values' | 'packed';
  readonly variables: readonly string[];
  /** The actions that label steps. */
  readonly actions: readonly { readonly name: string; readonly formals: readonly string[] }[];
  readonly width: number;
  /** Where `init` and `next` leave a state, before each call of `emit`. */
  readonly successor: Int32Array;
  /** While `emit` is told of a state: how often that state is generated here. Once, where there is no such field. */
  readonly multiplicity?: number;
  init(emit: Emit): void;
  /** Every successor that TLC would generate, those included that constraints leave out. */
  next(states: Int32Array, at: number, emit: Emit): void;
  /** The label of a number that `emit` was given. */
  label(number: number): Label;
  readonly invariants: readonly StatePredicate[];
  /** States in which one is FALSE are left out, as TLC does: checked, but neither counted nor expanded. */
  readonly constraints: readonly StatePredicate[];
  readonly actionConstraints: readonly StepPredicate[];
  readonly properties: readonly EngineProperty[];
  /** What tells states apart, where that is not the whole state: VIEW. */
  readonly view: ((states: Int32Array, at: number) => TlaValue) | undefined;
  /** A state that stands for all that the permutations of SYMMETRY make of it: written to `target` at its index. */
  readonly representative:
    | ((states: Int32Array, at: number, target: Int32Array, targetAt: number) => void)
    | undefined;
  readonly checkDeadlock: boolean;
  /** The ASSUMEs, evaluated when they are asked for. Without the list, the compiler has the evaluator judge them. */
  readonly assumptions?: readonly { readonly name: string; readonly holds: () => boolean }[];
  /** For each variable, the bits of a state's words that decide its value. Not every engine tells. */
  readonly variableBits?: readonly Int32Array[];
  /** The values of the variables, in their order. */
  decode(states: Int32Array, at: number): readonly TlaValue[];
  /** Writes a state's words to `successor`; false if it has no words here (a value that no state of the model has). */
  encode(values: readonly TlaValue[]): boolean;
  /** An operator by its name, `SafeAt` or `V!chosen`; undefined if there is none, or none of a single state. */
  operator(name: string): EngineOperator | undefined;
  /** Those operators that the program evaluates all at once, if it was made to. */
  readonly table?: EngineTable;
}

/** Operators with the parameters that they are evaluated for. A program can be made for them. */
export interface AskedOperator {
  readonly name: string;
  readonly parameters: readonly (readonly TlaValue[])[];
}

/** Operators that a program was made for, and that break no rule of TLA+ in any state. */
export interface EngineTable {
  /** How many 32-bit words their values take together. */
  readonly width: number;
  /** Writes the words of all of them, in a state, to `target` from the index on. */
  readonly evaluate: (states: Int32Array, at: number, target: Int32Array, targetAt: number) => void;
  /** Where an operator is among them; undefined if it is not, or was not asked for with exactly these parameters. */
  column(asked: AskedOperator): TableColumn | undefined;
}

/** Some words of a table: if they are the same in two states, so is the value. */
export interface TableColumn {
  readonly from: number;
  readonly words: number;
  /** The value; of an operator with formals the set of the parameters for which it is TRUE. */
  readonly value: (words: Int32Array, at: number) => TlaValue;
}

/** Is told of a state in {@link Engine.successor}; of a step, with the number of its label, or -1 if labels were not asked for. */
export type Emit = (label: number) => void;

export interface StatePredicate {
  readonly name: string;
  readonly holds: (states: Int32Array, at: number) => boolean;
}

export interface StepPredicate {
  readonly name: string;
  readonly holds: (from: Int32Array, fromAt: number, to: Int32Array, toAt: number) => boolean;
}

/** A PROPERTY: what must hold initially, in every state, and over every step. */
export interface EngineProperty {
  readonly name: string;
  readonly initial: (states: Int32Array, at: number) => boolean;
  readonly always: ((states: Int32Array, at: number) => boolean) | undefined;
  readonly step: ((from: Int32Array, fromAt: number, to: Int32Array, toAt: number) => boolean) | undefined;
}

export interface EngineOperator {
  readonly formals: readonly string[];
  readonly value: (states: Int32Array, at: number, parameters: readonly TlaValue[]) => TlaValue;
  /** For many parameters at once. Not every engine has it. */
  readonly bind?: (parameters: readonly (readonly TlaValue[])[]) => BoundOperator;
}

/** An operator with the parameters that it is to be evaluated for. Equal values have one number. */
export interface BoundOperator {
  /**
   * Evaluates it in a state, and writes to `target`, from the index on, the number of the value for each of the parameters.
   */
  readonly evaluate: (states: Int32Array, at: number, target: Int32Array, targetAt: number) => void;
  readonly value: (number: number) => TlaValue;
}

/**
 * What a back end makes of a specification: JavaScript and the data that it needs, both of which can be handed to a worker
 * thread. `load` of the tier makes an {@link Engine} of it.
 */
export interface Program {
  readonly tier: 'values' | 'packed';
  /** The generated JavaScript, for people too. */
  readonly code: string;
  /** Whatever else the tier needs: plain data that can be cloned. */
  readonly data: unknown;
}
