import type { TlaValue } from '@synod/tla';
import type { Span } from '../parse/syntax.js';

/**
 * Expressions with every name resolved: what stands between the syntax tree and the generated code. Modules, instances and
 * substitutions are gone, and so are primes: the prime of an expression is the same expression with its variables primed
 * (`x'`), written out once for each definition that is used both ways. Operators that take operators are gone too: they are
 * expanded where they are used.
 *
 * Parameters are passed by name, as in TLA+: an argument is not evaluated where its parameter is not.
 */
export type Ir =
  | Constant
  | VariableUse
  | LocalUse
  | Call
  | Builtin
  | Junction
  | Quantifier
  | Choose
  | Filter
  | SetMap
  | FunctionDefinition
  | Listing
  | FunctionSet
  | RecordLike
  | Apply
  | Except
  | If
  | Case
  | Let;

interface Located {
  /** Where it stands, for errors. */
  readonly span: Span;
}

/** A name bound within an expression. Each binding is an object of its own; two with one name are different. */
export interface Local {
  readonly name: string;
  /** Unique within one `Lowered`. */
  readonly id: number;
}

/** A value that is known: a literal, or what the cfg file gives to a constant. */
export interface Constant extends Located {
  readonly op: 'constant';
  readonly value: TlaValue;
}

/** `x` or `x'`. */
export interface VariableUse extends Located {
  readonly op: 'variable';
  /** In the order of the root module's declarations. */
  readonly index: number;
  readonly primed: boolean;
}

export interface LocalUse extends Located {
  readonly op: 'local';
  readonly local: Local;
}

/** A definition at the top of a module, or of a LET around this place, used with its arguments. */
export interface Call extends Located {
  readonly op: 'call';
  readonly definition: IrDefinition;
  readonly arguments: readonly Ir[];
}

/**
 * A definition, unprimed or primed. Those of modules are shared by all their uses; those of LET are in scope in its body
 * only and may use the locals around it. One without parameters is evaluated at most once: for ever if it is of level 0
 * and no LET's, in a state or a step if not.
 */
export interface IrDefinition {
  /** `Send`, `V!SafeAt`; with a prime if it is the primed form. */
  readonly name: string;
  /** Unique within one `Lowered`. */
  readonly id: number;
  readonly parameters: readonly Local[];
  /** Set once its body has been lowered; a recursive definition is used before. */
  body: Ir;
  /** Whether it can be reached from its own body. */
  recursive: boolean;
  /** 0 constants only, 1 a state, 2 two states (what has primes). Parameters count as 0, a LET's surroundings as they are. */
  level: 0 | 1 | 2;
}

/**
 * An operator of the language or of a standard module, by its name in TLA+ without synonyms (`builtins.ts` lists them): `=`, `/=`, `\in`, `\notin`,
 * `\union`, `\intersect`, `\`, `\subseteq`, `~`, `=>`, `<=>`, `+`, `..`, `-.`, `DOMAIN`, `SUBSET`, `UNION`, `Len`, `Append`,
 * `Cardinality`, `:>`, `@@`, `BOOLEAN`, `Nat`, `STRING`, … `=>` does not evaluate its right side if the left is FALSE.
 * What takes an operator (`SelectSeq`, `SortSeq`, `BagOfAll`) has its parameters as locals: see `Builtin.element`.
 */
export interface Builtin extends Located {
  readonly op: 'builtin';
  readonly name: string;
  readonly arguments: readonly Ir[];
  /** For an operator that takes an operator (`SelectSeq(s, Test)`): its parameters; its body is the last argument. */
  readonly element?: readonly Local[];
}

export interface Junction extends Located {
  readonly op: 'and' | 'or';
  readonly items: readonly Ir[];
}

/** `x, y \in S` or `<<x, y>> \in S`. */
export interface IrBound extends Located {
  readonly locals: readonly Local[];
  readonly tuple: boolean;
  readonly set: Ir;
}

export interface Quantifier extends Located {
  readonly op: 'forall' | 'exists';
  /** At least one. Their sets do not use their locals. */
  readonly bounds: readonly IrBound[];
  readonly body: Ir;
}

/** The first element for which the body holds, in the order of `run/values`. */
export interface Choose extends Located {
  readonly op: 'choose';
  readonly bound: IrBound;
  readonly body: Ir;
}

/** `{x \in S : P}` */
export interface Filter extends Located {
  readonly op: 'filter';
  readonly bound: IrBound;
  readonly body: Ir;
}

/** `{e : x \in S}` */
export interface SetMap extends Located {
  readonly op: 'map';
  readonly bounds: readonly IrBound[];
  readonly body: Ir;
}

/** `[x \in S |-> e]`, or `f[x \in S] == e`. */
export interface FunctionDefinition extends Located {
  readonly op: 'function';
  readonly bounds: readonly IrBound[];
  readonly body: Ir;
  /** The function itself, within its body, if it is recursive: it is applied, and has no other use there. */
  readonly self: Local | undefined;
}

/** `{a, b}`, `<<a, b>>`, `A \X B`. */
export interface Listing extends Located {
  readonly op: 'set' | 'tuple' | 'product';
  readonly elements: readonly Ir[];
}

/** `[S -> T]` */
export interface FunctionSet extends Located {
  readonly op: 'functionSet';
  readonly domain: Ir;
  readonly range: Ir;
}

/** `[a |-> e]` or `[a : S]`. */
export interface RecordLike extends Located {
  readonly op: 'record' | 'recordSet';
  readonly fields: readonly { readonly name: string; readonly value: Ir }[];
}

/** `f[x]`, and `r.name` with the name as a string. */
export interface Apply extends Located {
  readonly op: 'apply';
  readonly function: Ir;
  readonly argument: Ir;
}

/** `[f EXCEPT !.a[b] = e]`: each update applies to the function that the ones before it made. */
export interface Except extends Located {
  readonly op: 'except';
  readonly function: Ir;
  readonly updates: readonly {
    readonly path: readonly Ir[];
    /** `@` within the value, if it is used. */
    readonly old: Local | undefined;
    readonly value: Ir;
  }[];
}

export interface If extends Located {
  readonly op: 'if';
  readonly condition: Ir;
  readonly consequent: Ir;
  readonly alternative: Ir;
}

/** The first arm whose condition is TRUE counts; without one and without OTHER it is an error. */
export interface Case extends Located {
  readonly op: 'case';
  readonly arms: readonly { readonly condition: Ir; readonly value: Ir }[];
  readonly other: Ir | undefined;
}

export interface Let extends Located {
  readonly op: 'let';
  readonly definitions: readonly IrDefinition[];
  readonly body: Ir;
  /** `TLCEval(e)`: the same value, but TLC lists it if it is a set. */
  readonly listed?: true;
  /** The action whose body this is, if it had to be written out where it is used: for labels. */
  readonly expands?: {
    readonly name: string;
    readonly formals: readonly string[];
    readonly arguments: readonly Ir[];
  };
}
