import { InputError, type Place } from '@synod/tla';
import type { Module, Statement } from '../parse/module.js';
import {
  type Application,
  type Definition,
  type Expression,
  type Parameter,
  placeOf,
  type Span,
} from '../parse/syntax.js';

/** What a name stands for in a module. */
export type Entity =
  | { readonly type: 'variable'; readonly name: string; readonly index: number }
  | { readonly type: 'constant'; readonly name: string; readonly arity: number; readonly span: Span }
  | DefinitionEntity
  | { readonly type: 'standard'; readonly name: string }
  /** What WITH puts in the place of a constant or a variable, to be read in the scope of the INSTANCE. */
  | {
      readonly type: 'substituted';
      readonly name: string;
      readonly expression: Expression;
      readonly scope: Scope;
    }
  | {
      readonly type: 'instance';
      readonly name: string;
      readonly scope: Scope;
      /** How many arguments it takes, `I(3)!Op`: in front of those of its operators. */
      readonly arity: number;
    }
  /** What can be read but not used. */
  | { readonly type: 'unsupported'; readonly construct: string };

export interface DefinitionEntity {
  readonly type: 'definition';
  /** Of a definition from an INSTANCE with parameters, these are the first of its own. */
  readonly definition: Definition;
  readonly scope: Scope;
}

/** The names of one module, as seen from one chain of INSTANCEs. */
export interface Scope {
  readonly module: Module;
  readonly names: Map<string, Entity>;
  /** Names that EXTENDS and INSTANCE do not pass on. */
  readonly local: Set<string>;
  readonly assumptions: Statement[];
  /** What each of its definitions has for first parameters, since an INSTANCE around it has them. */
  readonly formals: readonly Parameter[];
  /** The names of the INSTANCEs that the root reaches it by, as TLC puts them before an action's name: `J!K!`; '' for none. */
  readonly path: string;
  /** The modules within it. */
  readonly nested: Map<string, Nested>;
}

/** A module within another, and the names that it can use of that. */
export interface Nested {
  readonly module: Module;
  readonly names: ReadonlyMap<string, Entity>;
}

/** A scope without names. */
export function emptyScope(
  module: Module,
  { formals, path }: Pick<Scope, 'formals' | 'path'> = { formals: [], path: '' },
): Scope {
  return { module, names: new Map(), local: new Set(), assumptions: [], formals, path, nested: new Map() };
}

/** What TLC calls the steps of an action that stands in a scope. */
export function actionName({ name }: Definition, { path }: Scope): string {
  return path + name;
}

/** Puts a name into a scope. The same thing may come twice, over two paths; two things of one name may not. */
export function declare(scope: Scope, name: string, entity: Entity, place: Place): void {
  const known = scope.names.get(name);
  if (known !== undefined && known !== entity) {
    throw new InputError('tla-duplicate', `\`${name}\` is declared or defined twice`, place);
  }
  scope.names.set(name, entity);
}

/** A named ASSUME or THEOREM, which can be used like a definition. */
export function statementAsDefinition(name: string, statement: Statement): Definition {
  const { span, body } = statement;
  return { type: 'definition', name, parameters: [], body, span, recursive: false, local: false };
}

/** A name with arguments, as if it were written so. */
export function callOf(name: string, operands: readonly Expression[], span: Span): Application {
  return { type: 'apply', form: 'name', path: [], name, arguments: operands, span };
}

/** An error about a name that nothing declares. */
export function unknownName(name: string, span: Span, hint = ''): InputError {
  return new InputError(
    'tla-unknown-name',
    `\`${name}\` is neither declared nor defined${hint}`,
    placeOf(span),
  );
}
