import { InputError } from '@synod/tla';
import type { Instance } from '../parse/module.js';
import { type Definition, type Expression, type Parameter, placeOf, type Span } from '../parse/syntax.js';
import { subexpressions } from '../parse/walk.js';
import type { Context, InstanceSite } from './context.js';
import { lift } from './lift.js';
import { callOf, declare, type Entity, emptyScope, type Scope, unknownName } from './scope.js';

/** Links the module of an INSTANCE. One with a name is declared; of one without, what it passes on is the result. */
export function addInstance(
  scope: Scope,
  instance: Instance,
  context: Context,
): Iterable<readonly [string, Entity]> | undefined {
  const { name, module, span, local } = instance;
  if (name !== undefined && local) scope.local.add(name);
  const inner = contextOf(scope, instance, context);
  const exported = new Map(context.session.link(module, scope, inner));
  for (const substitution of instance.substitutions) {
    if (!inner.given.some((one) => one.name === substitution.name)) {
      throw unknownName(substitution.name, span, ` as a constant or variable of ${module}, as WITH needs it`);
    }
  }
  const { sites } = context.session;
  sites.push({ instance, scope, scopes: [...inner.scopes.values()], given: inner.given });
  if (name === undefined) {
    // What the module declares is given here, and not passed on.
    const declared = new Map(inner.given.map((one) => [one.name, one.entity]));
    return [...exported].filter(([own, entity]) => declared.get(own) !== entity);
  }
  const inside: Scope = { ...emptyScope(scope.module, inner), names: exported };
  context.session.all.push(inside);
  const arity = instance.parameters.length;
  declare(scope, name, { type: 'instance', name, scope: inside, arity }, placeOf(span));
  return undefined;
}

/** In an instance, each constant and variable is what WITH says, or what has its name where the INSTANCE stands. */
function contextOf(
  scope: Scope,
  instance: Instance,
  { session }: Context,
): Context & Pick<InstanceSite, 'given'> {
  const substitutions = new Map(instance.substitutions.map(({ name, value }) => [name, value]));
  const own = new Set(instance.parameters.map(({ name }) => name));
  // The names so far: a definition below the INSTANCE is not meant.
  const outer = new Map(scope.names);
  const given: InstanceSite['given'][number][] = [];
  // Nobody can write such a name, so that nothing within the module hides it.
  const formals = instance.parameters.map(({ name, arity }) => ({ name: `${instance.name}!${name}`, arity }));
  const total = [...scope.formals, ...formals];
  const put = (name: string, arity: number, value: Expression): Entity => {
    const isFixed = scope.formals.length === 0 && !mentions(value, own);
    if (isFixed && arity === 0) return { type: 'substituted', name, expression: value, scope };
    if (isFixed) return lift(operatorOf(name, arity, value, []), scope, [], session);
    return lift(
      operatorOf(name, arity, value, instance.parameters),
      scope,
      scope.formals,
      session,
      total.length,
    );
  };
  const find = (kind: string, name: string, arity: number): Entity => {
    const expression = substitutions.get(name);
    if (expression !== undefined) return put(name, arity, expression);
    if (own.has(name)) return put(name, arity, callOf(name, [], instance.span));
    const entity = outer.get(name);
    if (entity === undefined) {
      throw unknownName(name, instance.span, `, but it is a ${kind} of ${instance.module}: add it to WITH`);
    }
    return session.lifted.has(entity) ? put(name, arity, callOf(name, [], instance.span)) : entity;
  };
  return {
    session,
    scopes: new Map(),
    formals: total,
    path: instance.name === undefined ? scope.path : `${scope.path}${writtenName(instance.name)}!`,
    given,
    declared: (kind, { name, arity }) => {
      const entity = find(kind, name, arity);
      given.push({ kind, name, arity, entity });
      return entity;
    },
  };
}

/** What the text calls an INSTANCE: one that is moved out of a LET has got a name around its own, `Op!Q!0`. */
function writtenName(name: string): string {
  return name.split('!').at(-2) ?? name;
}

/** Whether an expression uses one of some names; it may count one that it binds itself. */
function mentions(expression: Expression, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  if (expression.type === 'apply' && expression.path.length === 0 && names.has(expression.name)) return true;
  return subexpressions(expression).some((inner) => mentions(inner, names));
}

/** `WITH F <- value` as the definition of F, with the parameters of the instance in front. */
function operatorOf(
  name: string,
  arity: number,
  value: Expression,
  parameters: readonly Parameter[],
): Definition {
  const { span } = value;
  const [own, body] = arity === 0 ? [[], value] : appliedTo(name, arity, value, span);
  return {
    type: 'definition',
    name,
    parameters: [...parameters, ...own],
    body,
    span,
    recursive: false,
    local: false,
  };
}

function appliedTo(
  name: string,
  arity: number,
  value: Expression,
  span: Span,
): readonly [readonly Parameter[], Expression] {
  if (value.type === 'lambda' && value.parameters.length === arity) return [value.parameters, value.body];
  const explicit = (value.type === 'apply' ? (value.pathArguments ?? []) : []).reduce((sum, n) => sum + n, 0);
  if (value.type !== 'apply' || value.arguments.length > explicit) {
    const message = `\`${name}\` has ${arity} parameter${arity === 1 ? '' : 's'}: WITH needs an operator for it`;
    throw new InputError('tla-arity', message, placeOf(span));
  }
  const own = Array.from({ length: arity }, (_, index) => ({ name: `${name}!${index + 1}`, arity: 0 }));
  const operands = own.map((parameter) => callOf(parameter.name, [], span));
  return [own, { ...value, arguments: [...value.arguments, ...operands] }];
}
