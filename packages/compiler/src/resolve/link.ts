import { InputError } from '@synod/tla';
import type { Module, Statement, Unit } from '../parse/module.js';
import { type Definition, placeOf, type Span } from '../parse/syntax.js';
import { type Context, type Declared, type InstanceSite, nestedOf, type Session } from './context.js';
import { addInstance } from './instance.js';
import { finishLifted, lift, liftLets } from './lift.js';
import type { Modules } from './load.js';
import { type Overrides, override } from './override.js';
import { declare, type Entity, emptyScope, type Scope, statementAsDefinition } from './scope.js';
import { standardModules } from './standard.js';

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
  /** The scopes of the root and of what it extends. */
  readonly own: readonly Scope[];
  /** Every INSTANCE, those of instances included. */
  readonly instances: readonly InstanceSite[];
  /** The constants of the root that are replaced, and by what. */
  readonly replaced: ReadonlyMap<string, Entity>;
}

const standard = new Map<string, Entity>(
  [...standardModules.values()].flatMap(({ names }) =>
    names.map((name) => [name, { type: 'standard', name }] as const),
  ),
);

/**
 * Resolves the names of a module: of its own units, and of what it has from EXTENDS and INSTANCE. What an INSTANCE with
 * parameters or in a LET makes are definitions with these as their first parameters, so that nothing behind this has to
 * know of such an INSTANCE.
 *
 * @param overrides what a cfg file puts in the place of constants and definitions: they are gone from the result
 * @throws InputError `tla-unknown-module`, `tla-duplicate`, `tla-unknown-name` (a parameter that INSTANCE leaves open),
 *   `cfg` for overrides of what there is not
 */
export function link(modules: Modules, root: string, overrides: Overrides = {}): Linked {
  const variables: string[] = [];
  const constants: Constant[] = [];
  const session: Session = { modules, all: [], lifted: new Map(), sites: [], link: linkInto };
  const declared: Declared = (kind, { name, arity, span }) => {
    if (kind === 'variable') return { type: 'variable', name, index: variables.push(name) - 1 };
    const constant = { type: 'constant', name, arity, span } as const;
    constants.push(constant);
    return constant;
  };
  const context: Context = { session, scopes: new Map(), formals: [], path: '', declared };
  const scope = linkModule(root, context);
  finishLifted(session);
  const own = new Set(context.scopes.values());
  const assumptions = [...own].flatMap((owner) =>
    owner.assumptions.map((statement) => ({ scope: owner, statement })),
  );
  const given = override({ modules, root: scope, own, scopes: session.all }, overrides);
  const left = constants.filter((constant) => !given.replaced.has(constant));
  const replaced = constants.flatMap(({ name }) => {
    const by = given.replaced.size === 0 ? undefined : scope.names.get(name);
    return by === undefined || by.type === 'constant' ? [] : [[name, by] as const];
  });
  return {
    scope,
    variables,
    constants: [...left, ...given.constants],
    assumptions,
    own: [...own],
    instances: session.sites,
    replaced: new Map(replaced),
  };
}

function linkModule(name: string, context: Context): Scope {
  const known = context.scopes.get(name);
  if (known !== undefined) return known;
  const module = context.session.modules.get(name);
  if (module === undefined) throw new InputError('tla-unknown-module', `there is no module ${name}`);
  const scope = emptyScope(module, context);
  fill(scope, module, context);
  context.scopes.set(name, scope);
  return scope;
}

/** The names that a module passes on, in a context: of a module within the scope, or of any other. */
function linkInto(name: string, from: Scope, context: Context): Iterable<readonly [string, Entity]> {
  const nested = from.nested.get(name);
  if (nested === undefined) return exportsOf(name, context);
  const scope = emptyScope(nested.module, context);
  for (const [known, entity] of nested.names) {
    scope.names.set(known, entity);
    scope.local.add(known);
  }
  fill(scope, nested.module, context);
  context.scopes.set(name, scope);
  return passedOn(scope);
}

function fill(scope: Scope, module: Module, context: Context): void {
  context.session.all.push(scope);
  for (const extended of module.extends) {
    importNames(scope, exportsOf(extended.name, context), extended.span);
    const { nested } = context.scopes.get(extended.name) ?? { nested: [] };
    for (const [name, inner] of nested) scope.nested.set(name, inner);
  }
  module.units.forEach((unit, index) => {
    addNested(scope, module, index);
    addUnit(scope, unit, context);
  });
}

/** The modules within a module that stand before the unit at an index. */
function addNested(scope: Scope, module: Module, index: number): void {
  for (const { module: inner, before } of module.nested) {
    if (before === index) scope.nested.set(inner.name, nestedOf(inner, scope));
  }
}

function exportsOf(name: string, context: Context): Iterable<readonly [string, Entity]> {
  if (standardModules.has(name)) return standardNames(name);
  return passedOn(linkModule(name, context));
}

function passedOn({ names, local }: Scope): Iterable<readonly [string, Entity]> {
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
    if (isSecond(scope.names.get(name), entity)) continue;
    if (local && !scope.names.has(name)) scope.local.add(name);
    declare(scope, name, entity, placeOf(span));
  }
}

/** Whether something is a definition of a name that has one already: SANY warns of what is imported so, and the first stays. */
function isSecond(known: Entity | undefined, entity: Entity): boolean {
  return (
    known !== entity &&
    known?.type === 'definition' &&
    entity.type === 'definition' &&
    known.definition.parameters.length === entity.definition.parameters.length
  );
}

function addUnit(scope: Scope, unit: Unit, context: Context): void {
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
      addDefinition(scope, unit, context);
      return;
    case 'assume':
    case 'theorem': {
      if (unit.type === 'theorem' && unit.name === undefined) return;
      const statement = withInstances(scope, unit, context);
      if (unit.type === 'assume') scope.assumptions.push(statement);
      if (unit.name !== undefined) addDefinition(scope, statementAsDefinition(unit.name, statement), context);
      return;
    }
    case 'instance': {
      const names = addInstance(scope, unit, context);
      if (names !== undefined) importNames(scope, names, unit.span, unit.local);
    }
  }
}

/** A statement, with each INSTANCE in a LET of it moved to the top. */
function withInstances(scope: Scope, statement: Statement, context: Context): Statement {
  const { line, column } = statement.span;
  const name = statement.name ?? `${line}:${column}`;
  const { body } = liftLets(statementAsDefinition(name, statement), context, (instance) =>
    addInstance(scope, instance, context),
  );
  return { ...statement, body };
}

function addDefinition(scope: Scope, written: Definition, context: Context): void {
  const definition =
    written.hasInstances === true
      ? liftLets(written, context, (instance) => addInstance(scope, instance, context))
      : written;
  declare(
    scope,
    written.name,
    lift(definition, scope, scope.formals, context.session),
    placeOf(written.span),
  );
}
