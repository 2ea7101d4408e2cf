import type { Span } from '../parse/syntax.js';
import type { Ir, IrBound, IrDefinition } from './ir.js';

/**
 * How the states are found that satisfy an initial predicate or a next-state relation: nested loops, tests and assignments,
 * in the order of the text, as TLC has them. Every path that reaches `successor` is one state of those that TLC calls
 * generated; two paths may lead to one state.
 *
 * In a plan for Next the assigned variables are the primed ones, and `x'` may be read behind its assignment. In one for
 * Init they are the unprimed ones, read as `x` behind theirs.
 */
export type Plan =
  | When
  | Assign
  | AssignFrom
  | Each
  | Either
  | Branch
  | Bind
  | Every
  | Join
  | Goto
  | Successor
  | Incomplete;

interface Located {
  readonly span: Span;
}

/** Goes on if the condition is TRUE. `x' = e` of a variable that has been assigned is such a condition. */
export interface When extends Located {
  readonly step: 'when';
  readonly condition: Ir;
  readonly then: Plan;
}

/** `x' = e` of a variable that has not been assigned on the way here. */
export interface Assign extends Located {
  readonly step: 'assign';
  readonly variable: number;
  readonly value: Ir;
  readonly then: Plan;
}

/** `x' \in S`: goes on once with each element. */
export interface AssignFrom extends Located {
  readonly step: 'assignFrom';
  readonly variable: number;
  readonly set: Ir;
  readonly then: Plan;
}

/** `\E`: goes on once with each witness. Of several variables there is one of these each, the last one outermost. */
export interface Each extends Located {
  readonly step: 'each';
  readonly bound: IrBound;
  readonly then: Plan;
}

/** `\/`: goes every way. */
export interface Either extends Located {
  readonly step: 'either';
  readonly branches: readonly Plan[];
}

/** IF, and CASE as a chain of these. */
export interface Branch extends Located {
  readonly step: 'branch';
  readonly condition: Ir;
  readonly consequent: Plan;
  readonly alternative: Plan;
}

/** LET, and the arguments of an action that is expanded: definitions in scope behind it. */
export interface Bind extends Located {
  readonly step: 'bind';
  readonly definitions: readonly IrDefinition[];
  readonly then: Plan;
}

/**
 * `\A` over a body that has `\/` or `\E` in it, which TLC takes as a conjunction: `body` for the first element, and where it
 * goes on, for the next one; behind the last one, `then`. Each `Goto` with this id in `body` is where it goes on. The
 * body assigns no variable. Like `Each`, several locals mean all combinations. A `\A` without such a body is a `When`.
 */
export interface Every extends Located {
  readonly step: 'every';
  readonly id: number;
  readonly bounds: readonly IrBound[];
  readonly body: Plan;
  readonly then: Plan;
}

/** What several ways within `body` go on with, written once: `body` has a `Goto` with the same id in each place. */
export interface Join extends Located {
  readonly step: 'join';
  readonly id: number;
  readonly rest: Plan;
  readonly body: Plan;
}

export interface Goto extends Located {
  readonly step: 'goto';
  readonly id: number;
}

/** A state, complete. For Init there is no action. */
export interface Successor extends Located {
  readonly step: 'successor';
  readonly label: PlanLabel | undefined;
}

/** The action that a step is of: the name of its definition, with the arguments that it was used with. */
export interface PlanLabel {
  readonly action: string;
  readonly parameters: readonly Ir[];
}

/** An error if it is reached: these variables have no value, or (CASE without a true arm) nothing is said. */
export interface Incomplete extends Located {
  readonly step: 'incomplete';
  readonly variables: readonly number[];
  readonly label: PlanLabel | undefined;
  /** The message of an error of another kind. */
  readonly message?: string;
}
