import type { Instance, Module } from '../parse/module.js';
import { type Bindings, type Replace, rewriteExpression, withParameters } from '../parse/rewrite.js';
import type { Application, Definition, Expression, Parameter } from '../parse/syntax.js';
import { subexpressions } from '../parse/walk.js';
import type { Context, Session } from './context.js';
import { lookUp } from './look-up.js';
import { callOf, type DefinitionEntity, type Scope } from './scope.js';

/**
 * A definition with the parameters of the instances around it in front: `I(x) == INSTANCE M` makes of each `Op(a)` of M an
 * `I!Op(x, a)`. Its body is finished when all names are known.
 *
 * @param formals those that are put in front
 * @param count how many of its parameters are then those of instances
 */
export function lift(
  definition: Definition,
  scope: Scope,
  formals: readonly Parameter[],
  session: Session,
  count: number = formals.length,
): DefinitionEntity {
  const entity: DefinitionEntity = {
    type: 'definition',
    scope,
    definition: formals.length === 0 ? definition : inFront(definition, formals),
  };
  if (count > 0) session.lifted.set(entity, { entity, count });
  return entity;
}

function inFront(definition: Definition, formals: readonly Parameter[]): Definition {
  const { recursive, span } = definition;
  const parameters = [...formals, ...definition.parameters];
  if (!recursive) return { ...definition, parameters };
  // A function that applies itself is one for each choice of the parameters.
  const body: Expression = {
    type: 'let',
    definitions: [definition],
    body: callOf(definition.name, [], span),
    span,
  };
  return { ...definition, parameters, body, recursive: false };
}

/** Gives what is used within lifted definitions its arguments. */
export function finishLifted({ lifted }: Session): void {
  for (const { entity } of lifted.values()) {
    const { scope, definition } = entity;
    const replace: Replace = (expression, bound, rewrite) => {
      if (expression.type !== 'apply') return undefined;
      if (expression.path.length === 0 && bound.has(expression.name)) return undefined;
      const used = lookUp(expression, scope);
      const known = used && lifted.get(used);
      if (known === undefined) return undefined;
      const operands = expression.arguments.map((operand) => rewrite(operand, bound));
      return inContext({ ...expression, arguments: operands }, known, scope);
    };
    const body = rewriteExpression(
      definition.body,
      withParameters(new Map(), definition.parameters),
      replace,
    );
    (entity as { definition: Definition }).definition = { ...definition, body };
  }
}

/** An application with the arguments of the instances that it stands within. */
function inContext(
  application: Application,
  { entity, count }: { readonly entity: DefinitionEntity; readonly count: number },
  scope: Scope,
): Expression {
  const { span } = application;
  const explicit = (application.pathArguments ?? []).reduce((sum, given) => sum + given, 0);
  const front = scope.formals.slice(0, count - explicit).map(({ name }) => callOf(name, [], span));
  const call = { ...application, arguments: [...front, ...application.arguments] };
  const own = entity.definition.parameters.slice(count);
  if (own.length === 0 || application.arguments.length > explicit) return call;
  // An operator as an argument.
  const parameters = own.map(({ arity }, index) => ({ name: `${index + 1}!`, arity }));
  const operands = parameters.map(({ name }) => callOf(name, [], span));
  return { type: 'lambda', parameters, body: { ...call, arguments: [...call.arguments, ...operands] }, span };
}

/**
 * Moves each INSTANCE in a LET of a definition to the top of its module, under a name that nobody can write, with the local
 * names that it uses for parameters.
 */
export function liftLets(
  definition: Definition,
  { session }: Context,
  add: (instance: Instance) => unknown,
): Definition {
  const moved: { readonly name: string; readonly locals: readonly Parameter[] }[] = [];
  const replace: Replace = (expression, bound, rewrite) => {
    if (expression.type === 'apply') {
      const index = expression.path[0] === undefined ? undefined : bound.get(`${expression.path[0]}!`);
      const instance = index === undefined ? undefined : moved[index];
      if (instance === undefined) return undefined;
      const operands = expression.arguments.map((operand) => rewrite(operand, bound));
      return viaTop({ ...expression, arguments: operands }, instance);
    }
    if (expression.type !== 'let' || expression.instances === undefined) return undefined;
    const { instances, ...plain } = expression;
    const inner = new Map(bound);
    for (const { name, parameters } of plain.definitions) inner.set(name, parameters.length);
    for (const instance of instances) {
      const locals = localsOf(instance, inner, session);
      const name = `${definition.name}!${instance.name}!${moved.length}`;
      const within = withParameters(inner, instance.parameters);
      const substitutions = instance.substitutions.map((one) => ({
        ...one,
        value: rewrite(one.value, within),
      }));
      add({ ...instance, name, parameters: [...locals, ...instance.parameters], substitutions, local: true });
      inner.set(`${instance.name}!`, moved.push({ name, locals }) - 1);
    }
    const definitions = plain.definitions.map((one) => ({
      ...one,
      body: rewrite(one.body, withParameters(inner, one.parameters)),
    }));
    const body = rewrite(plain.body, inner);
    return definitions.length === 0 ? body : { ...plain, definitions, body };
  };
  const bound = withParameters(new Map(), definition.parameters);
  return { ...definition, body: rewriteExpression(definition.body, bound, replace) };
}

function viaTop(
  application: Application,
  { name, locals }: { readonly name: string; readonly locals: readonly Parameter[] },
): Application {
  const { path, pathArguments = path.map(() => 0), span } = application;
  const [first = 0, ...others] = pathArguments;
  return {
    ...application,
    path: [name, ...path.slice(1)],
    arguments: [...locals.map((local) => callOf(local.name, [], span)), ...application.arguments],
    pathArguments: [locals.length + first, ...others],
  };
}

/** The local names that an INSTANCE uses, in WITH or since the module declares them. */
function localsOf(instance: Instance, bound: Bindings, { modules }: Session): Parameter[] {
  const used = new Set(declaredBy(modules.get(instance.module), modules));
  const visit = (expression: Expression): void => {
    if (expression.type === 'apply' && expression.path.length === 0) used.add(expression.name);
    subexpressions(expression).forEach(visit);
  };
  for (const { name } of instance.substitutions) used.delete(name);
  for (const { value } of instance.substitutions) visit(value);
  const own = new Set(instance.parameters.map(({ name }) => name));
  return [...bound]
    .filter(([name]) => used.has(name) && !own.has(name))
    .map(([name, arity]) => ({ name, arity }));
}

function declaredBy(module: Module | undefined, modules: Context['session']['modules']): string[] {
  if (module === undefined) return [];
  const own = module.units.flatMap((unit) =>
    unit.type === 'constants' || unit.type === 'variables' ? unit.names.map(({ name }) => name) : [],
  );
  return [...own, ...module.extends.flatMap(({ name }) => declaredBy(modules.get(name), modules))];
}
