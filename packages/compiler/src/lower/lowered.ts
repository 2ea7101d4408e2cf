import type { TlaValue } from '@synod/tla';
import type { Span } from '../parse/syntax.js';
import type { Ir, IrDefinition, Local } from './ir.js';
import type { Plan } from './plan.js';

/** A specification and its cfg file, lowered: what the back ends turn into code. */
export interface Lowered {
  /** The root module. */
  readonly name: string;
  /** In the order of their declaration. */
  readonly variables: readonly string[];
  readonly init: Plan;
  /** Undefined where the model has no next-state relation. */
  readonly next: Plan | undefined;
  /** The actions that label steps, in the order of the text. */
  readonly actions: readonly LoweredAction[];
  readonly invariants: readonly Named[];
  readonly constraints: readonly Named[];
  readonly actionConstraints: readonly Named[];
  readonly properties: readonly Property[];
  readonly view: Named | undefined;
  /** The permutations of SYMMETRY: for each, what each model value becomes. */
  readonly symmetry: { readonly name: string; readonly value: Ir; readonly span: Span } | undefined;
  /** Definitions of level 0 or 1 that can be asked for by name, those of instances included: `V!SafeAt`. */
  readonly operators: ReadonlyMap<string, LoweredOperator>;
  readonly assumptions: readonly Named[];
  readonly checkDeadlock: boolean;
  /** What of the cfg file is not looked at, a sentence each: fairness within a property, ALIAS. */
  readonly ignored: readonly string[];
  /** Strings and names in the order in which TLC first meets their text, which decides the order of elements; others come later. */
  readonly texts?: readonly string[];
  /** The constants as the model has them, for a person. */
  readonly constants: ReadonlyMap<string, TlaValue>;
}

export interface LoweredAction {
  readonly name: string;
  /** The names of its parameters. */
  readonly formals: readonly string[];
}

/** A formula of the cfg file, by its name there. */
export interface Named {
  readonly name: string;
  readonly body: Ir;
  readonly span: Span;
}

/** An operator, lowered when it is first asked for. */
export interface LoweredOperator {
  readonly name: string;
  readonly formals: readonly string[];
  /** @throws InputError if it is of a level above 1, or not supported */
  readonly definition: () => IrDefinition & { readonly parameters: readonly Local[] };
}

/**
 * A PROPERTY that can be held to states and steps, such as `V!Spec`: what must hold initially, always, and over every step
 * (`[A]_v`: the action, or `v' = v`; FALSE for the latter where it differs from element to element of a `\A` and is in the action).
 */
export interface Property {
  readonly name: string;
  readonly span: Span;
  readonly initial: readonly Ir[];
  readonly always: readonly Ir[];
  readonly steps: readonly { readonly action: Ir; readonly unchanged: Ir; readonly span: Span }[];
}
