import { InputError } from '@synod/tla';
import type { Instance, Unit } from '../parse/module.js';
import { type Parameter, placeOf, type Span } from '../parse/syntax.js';
import type { Modules } from './load.js';
import { type Overrides, override } from './override.js';
import { declare, type Entity, type Scope, statementAsDefinition, unknownName } from './scope.js';
import { standardModules } from './standard.js';

/** How the constants and variables of one instance are given, and the modules that share them through EXTENDS. */
interface Context {
  readonly scopes: Map<string, Scope>;
  /** Every scope made so far, in whatever context. */
  readonly all: Scope[];
  declared(kind: 'constant' | 'variable', name: Parameter & { readonly span: Span }): Entity;
}

type Constant = Extract<Entity, { type: 'constant' }>;

/** A module with all its names resolved. */
export interface Linked {
  readonly scope: Scope;
  /** In the order of their declaration; an entity's index counts here. */
  readonly variables: readonly string[];
  /** Those that need a value: what is replaced is not among them, a definition that is given one is. */
  readonly constants: readonly Constant[];
  /** Of the root and of what it extends, not of its instances. */
  readonly assumptions: readonly {
    readonly scope: Scope;
    readonly statement: Scope['assumptions'][number];
  }[];
}

const standard = new Map<string, Entity>(
  [...standardModules.values()].flatMap(({ names }) =>
    names.map((name) => [name, { type: 'standard', name }] as const),
  ),
);

/**
 * Resolves the names of a module: of its own units, and of what it has from EXTENDS and INSTANCE.
 *
 * @param overrides what a cfg file puts in the place of constants and definitions: they are gone from the result
 * @throws InputError `tla-unknown-module`, `tla-duplicate`, `tla-unknown-name` (a parameter that INSTANCE leaves open),
 *   `cfg` for overrides of what there is not
 */
export function link(modules: Modules, root: string, overrides: Overrides = {}): Linked {
  const variables: string[] = [];
  const constants: Constant[] = [];
  const all: Scope[] = [];
  const context: Context = {
    scopes: new Map(),
    all,
    declared: (kind, { name, arity, span }) => {
      if (kind === 'variable') return { type: 'variable', name, index: variables.push(name) - 1 };
      const constant = { type: 'constant', name, arity, span } as const;
      constants.push(constant);
      return constant;
    },
  };
  const scope = linkModule(modules, root, context);
  const own = new Set(context.scopes.values());
  const assumptions = [...own].flatMap((owner) =>
    owner.assumptions.map((statement) => ({ scope: owner, statement })),
  );
  const given = override({ modules, root: scope, own, scopes: all }, overrides);
  const left = constants.filter((constant) => !given.replaced.has(constant));
  return { scope, variables, constants: [...left, ...given.constants], assumptions };
}

function linkModule(modules: Modules, name: string, context: Context): Scope {
  const known = context.scopes.get(name);
  if (known !== undefined) return known;
  const module = modules.get(name);
  if (module === undefined) throw new InputError('tla-unknown-module', `there is no module ${name}`);
  const scope: Scope = { module, names: new Map(), local: new Set(), assumptions: [] };
  context.all.push(scope);
  for (const extended of module.extends) {
    importNames(scope, exportsOf(modules, extended.name, context), extended.span);
  }
  for (const unit of module.units) addUnit(scope, unit, modules, context);
  context.scopes.set(name, scope);
  return scope;
}

/** The names that a module passes on. */
function exportsOf(modules: Modules, name: string, context: Context): Iterable<readonly [string, Entity]> {
  if (standardModules.has(name)) return standardNames(name);
  const { names, local } = linkModule(modules, name, context);
  return [...names].filter(([exported]) => !local.has(exported));
}

function standardNames(module: string): (readonly [string, Entity])[] {
  const { names, extends: extended } = standardModules.get(module) ?? { names: [], extends: [] };
  const own = names.map((name) => [name, standard.get(name) as Entity] as const);
  return [...extended.flatMap(standardNames), ...own];
}

function importNames(
  scope: Scope,
  names: Iterable<readonly [string, Entity]>,
  span: Span,
  local = false,
): void {
  for (const [name, entity] of names) {
    if (local && !scope.names.has(name)) scope.local.add(name);
    declare(scope, name, entity, placeOf(span));
  }
}

function addUnit(scope: Scope, unit: Unit, modules: Modules, context: Context): void {
  switch (unit.type) {
    case 'constants':
      for (const name of unit.names) {
        declare(scope, name.name, context.declared('constant', name), placeOf(name.span));
      }
      return;
    case 'variables':
      for (const name of unit.names) {
        declare(scope, name.name, context.declared('variable', { ...name, arity: 0 }), placeOf(name.span));
      }
      return;
    case 'definition':
      if (unit.local) scope.local.add(unit.name);
      declare(scope, unit.name, { type: 'definition', definition: unit, scope }, placeOf(unit.span));
      return;
    case 'assume':
    case 'theorem':
      if (unit.type === 'assume') scope.assumptions.push(unit);
      if (unit.name !== undefined) {
        const definition = statementAsDefinition(unit.name, unit);
        declare(scope, unit.name, { type: 'definition', definition, scope }, placeOf(unit.span));
      }
      return;
    case 'instance':
      addInstance(scope, unit, modules, context.all);
  }
}

function addInstance(scope: Scope, instance: Instance, modules: Modules, all: Scope[]): void {
  const { name, module, span, local } = instance;
  if (name !== undefined && local) scope.local.add(name);
  if (name !== undefined && instance.parameters.length > 0) {
    declare(scope, name, { type: 'unsupported', construct: 'an INSTANCE with parameters' }, placeOf(span));
    return;
  }
  const inner = contextOf(scope, instance, all);
  const exported = new Map(exportsOf(modules, module, inner));
  for (const substitution of instance.substitutions) {
    if (!inner.given.has(substitution.name)) {
      throw unknownName(substitution.name, span, ` as a constant or variable of ${module}, as WITH needs it`);
    }
  }
  if (name === undefined) {
    importNames(scope, exported, span, local);
    return;
  }
  const inside: Scope = { module: scope.module, names: exported, local: new Set(), assumptions: [] };
  all.push(inside);
  declare(scope, name, { type: 'instance', name, scope: inside }, placeOf(span));
}

/** In an instance, each constant and variable is what WITH says, or what has its name where the INSTANCE stands. */
function contextOf(
  scope: Scope,
  instance: Instance,
  all: Scope[],
): Context & { readonly given: ReadonlySet<string> } {
  const substitutions = new Map(instance.substitutions.map(({ name, value }) => [name, value]));
  // The names so far: a definition below the INSTANCE is not meant.
  const outer = new Map(scope.names);
  const given = new Set<string>();
  return {
    scopes: new Map(),
    all,
    given,
    declared: (kind, { name, arity }) => {
      given.add(name);
      const expression = substitutions.get(name);
      if (expression !== undefined) {
        if (arity > 0) return { type: 'unsupported', construct: 'WITH for an operator' };
        return { type: 'substituted', name, expression, scope };
      }
      const entity = outer.get(name);
      if (entity === undefined) {
        throw unknownName(name, instance.span, `, but it is a ${kind} of ${instance.module}: add it to WITH`);
      }
      return entity;
    },
  };
}
