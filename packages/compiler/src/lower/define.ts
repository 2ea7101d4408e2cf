import { type Definition, type Expression, placeOf } from '../parse/syntax.js';
import { withinStack } from '../parse/within-stack.js';
import { actionName, type Entity } from '../resolve/scope.js';
import {
  type Context,
  type Delayed,
  lowerIn,
  type Meaning,
  newDefinition,
  newLocal,
  type Place,
  topOf,
  withName,
} from './context.js';
import type { Ir, IrDefinition } from './ir.js';

/**
 * Thrown while a definition is lowered that primes one of its parameters: `Op(v) == v' = 1`. Such a definition has no form
 * of its own, since an argument is needed in both of its forms; it is expanded.
 */
export class PrimedParameter {
  readonly of: Definition;

  constructor(of: Definition) {
    this.of = of;
  }
}

/** The form of a module's definition; undefined if it can only be expanded. */
export function definitionOf(
  entity: Extract<Entity, { type: 'definition' }>,
  context: Context,
  primed: boolean,
): IrDefinition | undefined {
  const { definition, scope } = entity;
  if (context.expanded.has(definition)) return undefined;
  const known = primed ? context.known.primed : context.known.unprimed;
  const found = known.get(entity);
  if (found !== undefined) return found;
  const name = context.names.get(entity) ?? definition.name;
  return attempt(definition, context, () =>
    lowerDefinition(definition, topOf(context, scope), name, primed, (made) => known.set(entity, made)),
  );
}

/** What WITH puts in the place of a constant or a variable. */
export function substitutionOf(
  entity: Extract<Entity, { type: 'substituted' }>,
  context: Context,
  primed: boolean,
): Ir {
  const { expression, scope, name } = entity;
  const known = primed ? context.known.primed : context.known.unprimed;
  const found = known.get(entity);
  if (found !== undefined) return callOf(found, expression);
  const body = lowerIn(topOf(context, scope), expression, primed);
  if (isTrivial(body)) return body;
  const path = context.names.get(entity) ?? name;
  const made = newDefinition(context, primed ? `${path}'` : path, [], expression.span);
  made.body = body;
  known.set(entity, made);
  return callOf(made, expression);
}

/** The form of a LET's definition; undefined if it can only be expanded. */
export function letDefinitionOf(
  delayed: Delayed & { readonly definition: Definition },
  primed: boolean,
): IrDefinition | undefined {
  const { definition, forms, used, name } = delayed;
  const place = delayed.place();
  const { context } = place;
  if (context.expanded.has(definition)) return undefined;
  const found = primed ? forms.primed : forms.unprimed;
  if (found !== undefined) return found;
  const made = attempt(
    definition,
    context,
    () =>
      lowerDefinition(definition, place, name, primed, (started) => {
        if (primed) forms.primed = started;
        else forms.unprimed = started;
      }),
    () => {
      if (primed) delete forms.primed;
      else delete forms.unprimed;
    },
  );
  if (made !== undefined) used.push(made);
  return made;
}

/** The value of an argument. */
export function argumentOf(delayed: Delayed, primed: boolean): Ir {
  const { forms, used, expression, name } = delayed;
  const found = primed ? forms.primed : forms.unprimed;
  if (found !== undefined) return callOf(found, expression);
  const place = delayed.place();
  const body = lowerIn(place, expression, primed);
  if (isTrivial(body)) return body;
  const made = newDefinition(place.context, primed ? `${name}'` : name, [], expression.span);
  made.body = body;
  if (primed) forms.primed = made;
  else forms.unprimed = made;
  used.push(made);
  return callOf(made, expression);
}

/** What costs nothing to write out again. */
export function isTrivial(ir: Ir): boolean {
  return (
    ir.op === 'constant' ||
    ir.op === 'local' ||
    ir.op === 'variable' ||
    (ir.op === 'call' && ir.arguments.length === 0)
  );
}

function callOf(definition: IrDefinition, { span }: Pick<Expression, 'span'>): Ir {
  return { op: 'call', definition, arguments: [], span };
}

function lowerDefinition(
  definition: Definition,
  outer: Place,
  name: string,
  primed: boolean,
  started: (made: IrDefinition) => void,
): IrDefinition {
  const { context } = outer;
  const { parameters, span } = definition;
  const locals = parameters.map((parameter) => newLocal(context, parameter.name));
  const made = newDefinition(context, primed ? `${name}'` : name, locals, span);
  context.actions.set(made, actionName(definition, outer.scope));
  started(made);
  let place: Place = outer;
  for (const local of locals) {
    context.parameters.add(local);
    place = withName(place, local.name, { type: 'parameter', local, primed, of: definition });
  }
  withinStack(placeOf(span), () => {
    made.body = lowerBody(definition, place, primed);
  });
  return made;
}

function lowerBody({ name, body, recursive }: Definition, place: Place, primed: boolean): Ir {
  if (!recursive || body.type !== 'function') return lowerIn(place, body, primed);
  const local = newLocal(place.context, name);
  const self: Meaning & { type: 'self' } = { type: 'self', local, used: false };
  const lowered = lowerIn(withName(place, name, self), body, primed);
  return lowered.op === 'function' && self.used ? { ...lowered, self: local } : lowered;
}

/** Lowers a definition; what has been begun is forgotten if it cannot be finished. */
function attempt(
  definition: Definition,
  context: Context,
  lower: () => IrDefinition,
  forget?: () => void,
): IrDefinition | undefined {
  const known = [context.known.unprimed, context.known.primed];
  const sizes = known.map(({ size }) => size);
  try {
    return lower();
  } catch (error) {
    forget?.();
    known.forEach((forms, index) => {
      for (const entity of [...forms.keys()].slice(sizes[index])) forms.delete(entity);
    });
    if (!(error instanceof PrimedParameter) || error.of !== definition) throw error;
    context.expanded.add(definition);
    return undefined;
  }
}
