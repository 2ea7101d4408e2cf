import type { Place } from '@synod/tla';
import type { Instance } from './module.js';

/** A stretch of a module's text. Lines and columns count from 1; the end is the first column after it. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The text as it stands in the file, comments and line ends included. */
  readonly text: string;
}

/** Where a span begins. */
export function placeOf(span: Span): Place {
  return { file: span.file, line: span.line, column: span.column };
}

interface Spanned {
  readonly span: Span;
}

/** `TRUE`, `"1a"`, `42`. */
export interface Literal extends Spanned {
  readonly type: 'literal';
  readonly value: number | bigint | string | boolean;
}

/**
 * An operator with its arguments, however it is written: `x`, `Send(m)`, `V!SafeAt(b, v)`, `a \cup b`,
 * `UNCHANGED x`, `x'`. Synonyms have one name: `#` for `/=`, `\cup` for `\union`, `<=` for `=<`, `-.` for the minus
 * sign of a negative number. Without arguments it may stand for the operator itself, as an argument.
 */
export interface Application extends Spanned {
  readonly type: 'apply';
  readonly form: 'name' | 'prefix' | 'infix' | 'postfix';
  /** The instances before the name: `['V', 'C']` in `V!C!Spec`. */
  readonly path: readonly string[];
  readonly name: string;
  /** Those of the instances first: 3 and 4 in `I(3)!Op(4)`. */
  readonly arguments: readonly Expression[];
  /** How many of the arguments are those of each instance of the path; left out where none has any. */
  readonly pathArguments?: readonly number[];
}

/** `a /\ b /\ c` or a bulleted list; likewise with `\/`. */
export interface Junction extends Spanned {
  readonly type: 'conjunction' | 'disjunction';
  readonly bulleted: boolean;
  readonly items: readonly Expression[];
}

/** `x, y \in S` or `<<x, y>> \in S`. */
export interface Bound extends Spanned {
  readonly names: readonly string[];
  readonly tuple: boolean;
  readonly set: Expression;
}

/** `\A` or `\E`, with its bounds; `bounds` is empty where the variables range over everything. */
export interface Quantifier extends Spanned {
  readonly type: 'all' | 'exists';
  readonly bounds: readonly Bound[];
  readonly body: Expression;
}

/** `CHOOSE x \in S : P`; without a set it cannot be evaluated. */
export interface Choose extends Spanned {
  readonly type: 'choose';
  readonly bound: Bound | undefined;
  /** What it binds. */
  readonly names: readonly string[];
  readonly body: Expression;
}

/** `{a, b}`, `<<a, b>>` or, as a chain without parentheses, `A \X B \X C`. */
export interface Listing extends Spanned {
  readonly type: 'set' | 'tuple' | 'product';
  readonly elements: readonly Expression[];
}

/** `{x \in S : P}` */
export interface Filter extends Spanned {
  readonly type: 'filter';
  readonly bound: Bound;
  readonly body: Expression;
}

/** `{e : x \in S}`, or the function `[x \in S |-> e]`. */
export interface Comprehension extends Spanned {
  readonly type: 'map' | 'function';
  readonly bounds: readonly Bound[];
  readonly body: Expression;
}

/** `[S -> T]` */
export interface FunctionSet extends Spanned {
  readonly type: 'functionSet';
  readonly domain: Expression;
  readonly range: Expression;
}

/** `[a |-> e]` or the set `[a : S]`. */
export interface RecordLike extends Spanned {
  readonly type: 'record' | 'recordSet';
  readonly fields: readonly { readonly name: string; readonly value: Expression }[];
}

/** `r.name` */
export interface FieldAccess extends Spanned {
  readonly type: 'field';
  readonly record: Expression;
  readonly name: string;
}

/** `f[x]`; `f[x, y]` has the tuple `<<x, y>>` as its argument. */
export interface FunctionApplication extends Spanned {
  readonly type: 'index';
  readonly function: Expression;
  readonly argument: Expression;
}

/** `[f EXCEPT !.a[b] = e]`: each update's path (a field is a string literal) and its value, in which `@` is the old one. */
export interface Except extends Spanned {
  readonly type: 'except';
  readonly function: Expression;
  readonly updates: readonly { readonly path: readonly Expression[]; readonly value: Expression }[];
}

/** `@` */
export interface OldValue extends Spanned {
  readonly type: 'old';
}

export interface Conditional extends Spanned {
  readonly type: 'if';
  readonly condition: Expression;
  readonly consequent: Expression;
  readonly alternative: Expression;
}

export interface Case extends Spanned {
  readonly type: 'case';
  readonly arms: readonly { readonly condition: Expression; readonly value: Expression }[];
  readonly other: Expression | undefined;
}

export interface Let extends Spanned {
  readonly type: 'let';
  readonly definitions: readonly Definition[];
  /** `LET I == INSTANCE M IN …`, as it is written; what has been linked has none. */
  readonly instances?: readonly Instance[];
  readonly body: Expression;
}

export interface Lambda extends Spanned {
  readonly type: 'lambda';
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

/** `[A]_v` or `<<A>>_v`. */
export interface StepFormula extends Spanned {
  readonly type: 'box' | 'angle';
  readonly action: Expression;
  readonly subscript: Expression;
}

/** What can be read and kept, but has no value in a state or a step: fairness, `\EE`, ASSUME … PROVE. */
export interface Opaque extends Spanned {
  readonly type: 'opaque';
  /** What it is, for an error message. */
  readonly construct: string;
  /** The subscript and the action of a fairness condition. */
  readonly fairness?: { readonly subscript: Expression; readonly action: Expression };
}

export type Expression =
  | Literal
  | Application
  | Junction
  | Quantifier
  | Choose
  | Listing
  | Filter
  | Comprehension
  | FunctionSet
  | RecordLike
  | FieldAccess
  | FunctionApplication
  | Except
  | OldValue
  | Conditional
  | Case
  | Let
  | Lambda
  | StepFormula
  | Opaque;

/** A formal parameter; an arity above 0 means an operator, as in `Op(F(_, _))`. */
export interface Parameter {
  readonly name: string;
  readonly arity: number;
}

/** `Name(p, q) == body`; for `f[x \in S] == body`, the body is the function and `recursive` is true. */
export interface Definition extends Spanned {
  readonly type: 'definition';
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
  readonly recursive: boolean;
  readonly local: boolean;
  /** Whether there is an INSTANCE in a LET of its body. */
  readonly hasInstances?: boolean;
}
