import type { Instance, Module } from '../parse/module.js';
import type { Parameter, Span } from '../parse/syntax.js';
import type { Modules } from './load.js';
import type { DefinitionEntity, Entity, Nested, Scope } from './scope.js';

/** What all of one `link` shares. */
export interface Session {
  readonly modules: Modules;
  /** Every scope made so far, in whatever context. */
  readonly all: Scope[];
  /** The definitions that have parameters of instances in front, and how many; their bodies are not finished yet. */
  readonly lifted: Map<Entity, { readonly entity: DefinitionEntity; readonly count: number }>;
  readonly sites: InstanceSite[];
  /** The names that a module passes on, as seen from a scope. */
  readonly link: (name: string, from: Scope, context: Context) => Iterable<readonly [string, Entity]>;
}

/** What a constant or a variable of a module stands for. */
export type Declared = (kind: 'constant' | 'variable', name: Parameter & { readonly span: Span }) => Entity;

/** How the constants and variables of one instance are given, and the modules that share them through EXTENDS. */
export interface Context {
  readonly session: Session;
  readonly scopes: Map<string, Scope>;
  /** The parameters of the instances around it. */
  readonly formals: readonly Parameter[];
  /** Their names, as in {@link Scope}. */
  readonly path: string;
  readonly declared: Declared;
}

/** A module within a scope, with the names so far. */
export function nestedOf(module: Module, scope: Scope): Nested {
  return { module, names: new Map(scope.names) };
}

/** An INSTANCE, and what stands for the constants and variables of its module. */
export interface InstanceSite {
  readonly instance: Instance;
  /** Where it stands. */
  readonly scope: Scope;
  /** Of the module and of what it extends. */
  readonly scopes: readonly Scope[];
  readonly given: readonly {
    readonly kind: 'constant' | 'variable';
    readonly name: string;
    readonly arity: number;
    readonly entity: Entity;
  }[];
}
