import { InputError, type Place, type Substitution } from '@synod/tla';
import type { Modules } from './load.js';
import type { Entity, Scope } from './scope.js';
import { standardArities, standardModules } from './standard.js';

/** What a cfg file puts in the place of constants and definitions; a `Config` of `@synod/tla` is one. */
export interface Overrides {
  /** `Constant <- Operator`, `Op <- Other`, `Op <- [Module] Other` */
  readonly substitutions?: readonly Substitution[];
  /** The names that are assigned values. A definition among them is made a constant. */
  readonly constants?: { readonly [name: string]: unknown };
  /** Where they are assigned, for messages. */
  readonly places?: ReadonlyMap<string, Place>;
}

/** All that has been resolved, for the overrides to be put into. */
export interface Resolved {
  readonly modules: Modules;
  readonly root: Scope;
  /** The scopes of the root and of what it extends. */
  readonly own: ReadonlySet<Scope>;
  /** Every scope, those of instances included. */
  readonly scopes: readonly Scope[];
}

type Constant = Extract<Entity, { type: 'constant' }>;

type Replacement = (scope: Scope, entity: Entity) => Entity | undefined;

/**
 * Puts what a cfg file says in the place of constants and definitions, as TLC does: without a module, what the root has
 * under the name, wherever it is used; with one, what that module has, in every instance of it.
 *
 * @throws InputError `cfg` for names that the modules do not have, another number of parameters, and an operator that is
 *   itself replaced
 */
export function override(
  resolved: Resolved,
  { substitutions = [], constants = {}, places }: Overrides,
): { readonly replaced: ReadonlySet<Entity>; readonly constants: readonly Constant[] } {
  const values = Object.keys(constants).flatMap((name) => valueFor(name, resolved, places?.get(name)));
  const value = new Map(values.map(({ old, constant }) => [old, constant]));
  const replacements = [
    ...substitutions.map((substitution) => {
      const find = replacementOf(substitution, resolved, substitutions);
      // The operator may have a value: `MyC = 5` beside `C <- MyC`.
      return (scope: Scope, entity: Entity): Entity | undefined => {
        const by = find(scope, entity);
        return by && (value.get(by) ?? by);
      };
    }),
    ...values.map(({ old, constant }) => replace(old, constant, resolved)),
  ];
  const replaced = new Set<Entity>();
  for (const scope of replacements.length === 0 ? [] : resolved.scopes) {
    for (const [name, entity] of scope.names) {
      const by = firstOf(replacements, (replacement) => replacement(scope, entity));
      if (by === undefined) continue;
      scope.names.set(name, by);
      replaced.add(entity);
    }
  }
  return { replaced, constants: values.map(({ constant }) => constant) };
}

function firstOf<T, R>(list: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function replacementOf(
  { constant: name, operator, module, place }: Substitution,
  resolved: Resolved,
  all: readonly Substitution[],
): Replacement {
  if (all.some((other) => other.module === undefined && other.constant === operator)) {
    throw new InputError('cfg', `${operator} stands right of a \`<-\` and is itself replaced`, place);
  }
  const by = resolved.root.names.get(operator);
  if (by === undefined || by.type === 'variable' || by.type === 'instance') {
    throw new InputError(
      'cfg',
      `${name} is replaced by ${operator}, which is no operator of the module`,
      place,
    );
  }
  if (module !== undefined) return inModule(name, module, by, operator, resolved, place);
  const old = resolved.root.names.get(name);
  if (old === undefined || old.type === 'variable' || old.type === 'instance') throw absent(name, place);
  checkArity(name, arityOf(old), operator, arityOf(by), place);
  return replace(old, by, resolved);
}

/** What the root has under a name is replaced everywhere, unless it comes from an INSTANCE: then where the root's names are. */
function replace(old: Entity, by: Entity, { own }: Resolved): Replacement {
  const everywhere = old.type !== 'definition' || own.has(old.scope);
  return (scope, entity) => (entity === old && (everywhere || own.has(scope)) ? by : undefined);
}

function inModule(
  name: string,
  module: string,
  by: Entity,
  operator: string,
  { modules, scopes }: Resolved,
  place: Place,
): Replacement {
  if (!modules.has(module) && !standardModules.has(module)) {
    throw new InputError('cfg', `${name} is replaced in ${module}, which is no module here`, place);
  }
  if (standardModules.has(module)) {
    if (!standardModules.get(module)?.names.includes(name)) throw absent(name, place);
    return (_, entity) => (entity.type === 'standard' && entity.name === name ? by : undefined);
  }
  const old = scopes.find((scope) => scope.module.name === module)?.names.get(name);
  if (old?.type === 'standard') return (_, entity) => (entity === old ? by : undefined);
  if (old?.type !== 'definition') throw absent(name, place);
  checkArity(name, arityOf(old), operator, arityOf(by), place);
  const { definition } = old;
  return (_, entity) => (entity.type === 'definition' && entity.definition === definition ? by : undefined);
}

/** A definition that is assigned a value, `Max = 3`, is a constant from then on. */
function valueFor(
  name: string,
  { root }: Resolved,
  place: Place | undefined,
): { readonly old: Entity; readonly constant: Constant }[] {
  const old = root.names.get(name);
  if (old?.type !== 'definition' && old?.type !== 'standard') return [];
  checkArity(name, arityOf(old), 'a value', 0, place);
  const span =
    old.type === 'definition'
      ? old.definition.span
      : { file: root.module.file, line: 1, column: 1, endLine: 1, endColumn: 1, text: name };
  return [{ old, constant: { type: 'constant', name, arity: 0, span } }];
}

function absent(name: string, place: Place): InputError {
  return new InputError(
    'cfg',
    `${name} is replaced, but the module has no constant or definition of that name`,
    place,
  );
}

function checkArity(
  name: string,
  needed: number | undefined,
  by: string,
  given: number | undefined,
  place: Place | undefined,
): void {
  if (needed === undefined || given === undefined || needed === given) return;
  throw new InputError(
    'cfg',
    `${name} has ${needed} parameter${needed === 1 ? '' : 's'} and is replaced by ${by}, which has ${given}`,
    place,
  );
}

/** How many parameters something has; undefined where that is not known here. */
function arityOf(entity: Entity): number | undefined {
  if (entity.type === 'definition') return entity.definition.parameters.length;
  if (entity.type === 'standard') return standardArities.get(entity.name);
  return entity.type === 'constant' ? entity.arity : undefined;
}
