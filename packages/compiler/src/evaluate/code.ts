import type { TlaValue } from '@synod/tla';
import type { Bound, Definition, Expression, Parameter } from '../parse/syntax.js';
import type { Scope } from '../resolve/scope.js';
import type { Frame, Machine, Run } from './frame.js';
import type { Value } from './value.js';

/** An expression made ready to run. */
export interface Code {
  readonly expression: Expression;
  readonly run: Run;
  /** What a boolean expression is made of, for explaining its value; undefined if it is looked at as a whole. */
  readonly shape?: Shape;
}

export type Shape =
  | { readonly type: 'conjunction' | 'disjunction'; readonly items: readonly Code[] }
  | Quantified
  | { readonly type: 'not'; readonly operand: Code }
  | { readonly type: 'implies'; readonly left: Code; readonly right: Code }
  | { readonly type: 'equals'; readonly left: Code; readonly right: Code }
  /** The branch that counts, once its condition has been looked at. */
  | { readonly type: 'branch'; readonly choose: (frame: Frame) => Code }
  | { readonly type: 'let'; readonly enter: (frame: Frame) => void; readonly body: Code }
  | { readonly type: 'call'; readonly operator: Operator; readonly enter: (frame: Frame) => Frame }
  | {
      readonly type: 'unchanged';
      readonly parts: readonly Code[];
      readonly isUnchanged: (part: Code, frame: Frame) => boolean;
    };

/** `\A` or `\E`. */
export interface Quantified {
  readonly type: 'all' | 'exists';
  readonly binder: Binder;
  readonly body: Code;
}

/** The variables that a quantifier or the like binds. */
export interface Binder {
  readonly names: readonly { readonly name: string; readonly slot: number }[];
  /** The domains, evaluated: one for each variable or tuple of variables. */
  readonly domains: (frame: Frame) => readonly (readonly TlaValue[])[];
  /** Gives a value of the domain at an index to its variable or variables. */
  readonly assign: readonly ((frame: Frame, value: TlaValue) => void)[];
  readonly bounds: readonly Bound[];
}

/** How many slots the frames of a definition have, and the definition around it. */
export interface Layout {
  size: number;
  readonly parent: Layout | undefined;
}

/** What a name bound within a definition stands for. */
export type Local =
  /** A variable bound by a quantifier or the like: its slot holds the value itself. */
  | { readonly type: 'value'; readonly slot: number; readonly layout: Layout }
  /** A parameter or a LET definition without parameters: a value or a cell. */
  | { readonly type: 'cell'; readonly slot: number; readonly layout: Layout }
  | { readonly type: 'operator'; readonly slot: number; readonly layout: Layout; readonly arity: number }
  /** A LET definition with parameters. */
  | { readonly type: 'defined'; readonly operator: Operator; readonly layout: Layout };

/** A definition with parameters, compiled when it is first needed. */
export interface Operator {
  readonly definition: Definition;
  readonly parameters: readonly Parameter[];
  readonly layout: Layout;
  readonly body: () => Code;
}

/** The names bound so far, innermost first. */
interface Names {
  readonly name: string;
  readonly local: Local;
  readonly outer: Names | undefined;
}

/** Where an expression stands while it is compiled. */
export interface Environment {
  readonly scope: Scope;
  readonly layout: Layout;
  readonly names: Names | undefined;
  /** The slot of `@`, within EXCEPT. */
  readonly old: Local | undefined;
  readonly program: Program;
}

/** Makes an expression ready to run. */
export type Compile = (expression: Expression, environment: Environment) => Code;

/** What all code of one evaluator shares. */
export interface Program {
  readonly machine: Machine;
  readonly constants: ReadonlyMap<string, Value>;
  /** The operator of each definition at the top of a module, made once. */
  readonly operators: Map<object, Operator>;
  /** What is evaluated once a state: definitions without parameters, substitutions of INSTANCE. */
  readonly cells: Map<object, Run>;
}
