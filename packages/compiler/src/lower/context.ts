import { InputError, type TlaValue } from '@synod/tla';
import { type Definition, type Expression, placeOf, type Span } from '../parse/syntax.js';
import type { Entity, Scope } from '../resolve/scope.js';
import type { Ir, IrDefinition, Local } from './ir.js';

/** What lowering one specification shares. */
export interface Context {
  readonly constants: ReadonlyMap<string, TlaValue>;
  /** How the root reaches something: `V!SafeAt`. */
  readonly names: ReadonlyMap<Entity, string>;
  /** The definitions of modules that have been lowered, or are being lowered; unprimed and primed. */
  readonly known: {
    readonly unprimed: Map<Entity, IrDefinition>;
    readonly primed: Map<Entity, IrDefinition>;
  };
  /** Definitions that can only be expanded where they are used. */
  readonly expanded: Set<Definition>;
  /** All definitions made so far. */
  readonly definitions: IrDefinition[];
  /** How many of them have their levels. */
  settled: number;
  /** What steps are called that such a definition is an action of, `J!Act`; arguments and substitutions have no name. */
  readonly actions: Map<IrDefinition, string>;
  /** Locals that are parameters. */
  readonly parameters: Set<Local>;
  readonly nextId: () => number;
  /** How many parts have been made so far. */
  size: number;
  /** Lowers an expression: `lowerExpression`, for what it is made of. */
  readonly lower: (expression: Expression, place: Place, primed: boolean) => Ir;
}

/** What a name stands for that an expression itself introduces. */
export type Meaning =
  | { readonly type: 'local'; readonly local: Local }
  /** A function within its own definition. */
  | { readonly type: 'self'; readonly local: Local; used: boolean }
  /** A parameter of a definition that is lowered in one form. */
  | { readonly type: 'parameter'; readonly local: Local; readonly primed: boolean; readonly of: Definition }
  | Delayed
  | { readonly type: 'operator'; readonly operator: Operator };

/** A definition of a LET, or an argument of an operator that is expanded: lowered where it is first used. */
export interface Delayed {
  readonly type: 'delayed';
  readonly name: string;
  /** The definition, if it is one of a LET. */
  readonly definition: Definition | undefined;
  readonly expression: Expression;
  readonly place: () => Place;
  readonly forms: { unprimed?: IrDefinition; primed?: IrDefinition };
  /** Where those that are used are collected, each behind those that it uses. */
  readonly used: IrDefinition[];
}

/** An operator as an argument. */
export interface Operator {
  readonly arity: number;
  readonly apply: (span: Span, operands: readonly Meaning[], primed: boolean) => Ir;
}

/** Where an expression stands: what names mean there. */
export interface Place {
  readonly context: Context;
  readonly scope: Scope;
  readonly names: Names | undefined;
  /** `@` */
  readonly old: { readonly local: Local; used: boolean } | undefined;
  /** In whose expansions this is. */
  readonly within: readonly Expansion[];
}

/** A definition that is expanded, and the operators that its parameters stand for. */
export interface Expansion {
  readonly definition: Definition;
  readonly operators: readonly (Operator | undefined)[];
  readonly primed: boolean;
  /** The definition for these operators, if it is recursive. */
  readonly special: IrDefinition | undefined;
}

interface Names {
  readonly name: string;
  readonly meaning: Meaning;
  readonly outer: Names | undefined;
}

export function contextOf(
  constants: ReadonlyMap<string, TlaValue>,
  names: ReadonlyMap<Entity, string>,
  lower: Context['lower'],
): Context {
  let last = 0;
  return {
    constants,
    names,
    known: { unprimed: new Map(), primed: new Map() },
    expanded: new Set(),
    definitions: [],
    settled: 0,
    actions: new Map(),
    parameters: new Set(),
    nextId: () => ++last,
    size: 0,
    lower,
  };
}

/** As many parts as any specification needs that somebody has written; definitions that double each time have more. */
const most = 300_000;

/**
 * Counts a part that is made.
 *
 * @throws InputError `tla-too-large`
 */
export function count(context: Context, span: Span): void {
  context.size += 1;
  if (context.size <= most) return;
  const message = `written out, this specification has more than ${most} parts: definitions in it use each other too often`;
  throw new InputError('tla-too-large', message, placeOf(span));
}

/** The top of a module. */
export function topOf(context: Context, scope: Scope): Place {
  return { context, scope, names: undefined, old: undefined, within: [] };
}

export function withName(place: Place, name: string, meaning: Meaning): Place {
  return { ...place, names: { name, meaning, outer: place.names } };
}

export function findName(place: Place, name: string): Meaning | undefined {
  for (let names = place.names; names !== undefined; names = names.outer) {
    if (names.name === name) return names.meaning;
  }
  return undefined;
}

export function newLocal(context: Context, name: string): Local {
  return { name, id: context.nextId() };
}

/** A definition whose body is set later. */
export function newDefinition(
  context: Context,
  name: string,
  parameters: readonly Local[],
  span: Span,
): IrDefinition {
  const body: Ir = { op: 'constant', value: false, span };
  const made: IrDefinition = { name, id: context.nextId(), parameters, body, recursive: false, level: 0 };
  context.definitions.push(made);
  return made;
}

/** Lowers an expression where it stands. */
export function lowerIn(place: Place, expression: Expression, primed: boolean): Ir {
  return place.context.lower(expression, place, primed);
}

/** A use of a definition that is to be expanded: what stands where, and what its parameters are. */
export interface Use {
  readonly definition: Definition;
  /** Where the definition stands. */
  readonly there: Place;
  readonly operands: readonly Expression[];
  /** Where its arguments stand. */
  readonly here: Place;
  readonly span: Span;
  readonly primed: boolean;
}
