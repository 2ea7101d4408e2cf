import { type Config, InputError, type TlaValue } from '@synod/tla';
import { arityError } from '../evaluate/compile-util.js';
import { checkLevels } from '../level/check.js';
import { isAction, isTemporal } from '../next/mentions.js';
import { outsideOf } from '../next/outside.js';
import { unsupportedAt } from '../parse/node.js';
import { type Definition, type Expression, placeOf, type Span } from '../parse/syntax.js';
import { withinStack } from '../parse/within-stack.js';
import { type Linked, link } from '../resolve/link.js';
import type { Modules } from '../resolve/load.js';
import type { Entity } from '../resolve/scope.js';
import { planOf } from './action.js';
import { besideTheModel } from './beside.js';
import { type Context, contextOf, type Place, topOf } from './context.js';
import { definitionOf } from './define.js';
import { lowerExpression } from './expression.js';
import { heldReader } from './held.js';
import { type HeldVariables, heldByVariables } from './held-variables.js';
import type { Ir, IrDefinition } from './ir.js';
import type { Lowered, LoweredOperator, Named, Property } from './lowered.js';
import { evaluatedOnce } from './once.js';
import { lowerProperty } from './property.js';
import { settle } from './settle.js';
import { lowerSpecification } from './specification.js';
import { textsOf } from './texts.js';

/**
 * Brings a specification and its cfg file into the form that code is made of.
 *
 * @param modules what {@link loadModules} gave
 * @throws InputError `tla-unsupported` with the feature and its place for what the model uses and this package does not
 *   support; `cfg` for names of the cfg that the module does not define; `tla-constant` for constants without a value;
 *   `tla-too-large` for what has no end or takes too long when it is written out
 */
export function lower(modules: Modules, root: string, config: Config): Lowered {
  const file = modules.get(root)?.file ?? `${root}.tla`;
  return withinStack({ file }, () => lowerModules(modules, root, config));
}

function lowerModules(modules: Modules, root: string, config: Config): Lowered {
  const linked = link(modules, root, config);
  checkLevels(linked, config);
  const { scope, variables } = linked;
  const constants = constantsOf(linked, config);
  const context = contextOf(constants, outsideOf(scope).names, lowerExpression);
  const top = topOf(context, scope);
  const use = (name: string): Expression => named(name, top, config);
  const body = (name: string): Ir => lowerExpression(use(name), top, false);
  const list = (names: readonly string[]): readonly Named[] =>
    names.map((name) => ({ name, body: body(name), span: spanOf(name, top) }));
  const formulas = formulasOf(config, use, top);
  const beside = besideTheModel(config, use);
  const properties = config.properties.map((name) => lowerProperty(name, use(name), top));
  const lowered = {
    invariants: list(config.invariants),
    constraints: list(config.constraints),
    actionConstraints: list(config.actionConstraints),
    view: config.view === undefined ? undefined : list([config.view])[0],
    symmetry: symmetryOf(config, body, top),
    assumptions: assumptionsOf(linked, context),
  };
  settle(context);
  const operators = operatorsOf(context, top);
  const { init, next } = formulas;
  const held = heldByVariables(init, next, lowered.view !== undefined);
  const used = [
    ...usedBy(
      lowered,
      properties.map(({ property }) => property),
    ),
    init,
    ...(next ? [next] : []),
  ];
  const plans = plansOf(formulas, context, variables, held, evaluatedOnce(context, used, operators));
  return {
    ...lowered,
    ...plans,
    name: root,
    variables,
    texts: textsOf(modules, root, config),
    properties: properties.map(({ property }) => property),
    operators,
    checkDeadlock: config.checkDeadlock,
    ignored: [...formulas.ignored, ...properties.flatMap(({ ignored }) => ignored), ...beside],
    constants,
  };
}

interface Formulas {
  readonly init: Ir;
  readonly next: Ir | undefined;
  readonly nextName: string;
  readonly ignored: readonly string[];
}

function formulasOf(config: Config, use: (name: string) => Expression, top: Place): Formulas {
  const { specification, init, next } = config;
  if (specification !== undefined) return lowerSpecification(specification, use(specification), top);
  if (init === undefined) {
    const message =
      'the cfg has neither SPECIFICATION nor INIT and NEXT: it does not say how the model moves';
    throw new InputError('cfg', message, { file: config.file });
  }
  return {
    init: lowerExpression(use(init), top, false),
    next: next === undefined ? undefined : lowerExpression(use(next), top, false),
    nextName: next ?? 'Next',
    ignored: [],
  };
}

/** The formulas beside Init and Next that the model uses. */
function usedBy(
  {
    invariants,
    constraints,
    actionConstraints,
    view,
    symmetry,
    assumptions,
  }: Pick<Lowered, 'invariants' | 'constraints' | 'actionConstraints' | 'view' | 'symmetry' | 'assumptions'>,
  properties: readonly Property[],
): readonly Ir[] {
  const formulas = [
    ...invariants,
    ...constraints,
    ...actionConstraints,
    ...assumptions,
    ...(view ? [view] : []),
  ];
  return [
    ...formulas.map(({ body }) => body),
    ...(symmetry === undefined ? [] : [symmetry.value]),
    ...properties.flatMap(({ initial, always, steps }) => [
      ...initial,
      ...always,
      ...steps.flatMap(({ action, unchanged }) => [action, unchanged]),
    ]),
  ];
}

function plansOf(
  { init, next, nextName }: Formulas,
  context: Context,
  variables: readonly string[],
  { given, kept }: HeldVariables,
  once: ReadonlyMap<IrDefinition, () => readonly Ir[]>,
): Pick<Lowered, 'init' | 'next' | 'actions'> {
  const start = planOf(init, context, variables, undefined, heldReader(given), once).plan;
  if (next === undefined) return { init: start, next: undefined, actions: [] };
  const held = heldReader((index, primed) => (primed ? given(index) : kept(index)));
  const { plan, actions } = planOf(next, context, variables, { name: nextName, formals: [] }, held, once);
  return { init: start, next: plan, actions };
}

function constantsOf(linked: Linked, { constants }: Config): ReadonlyMap<string, TlaValue> {
  const values = new Map<string, TlaValue>();
  for (const { name, arity, span } of linked.constants) {
    if (Object.hasOwn(constants, name)) values.set(name, constants[name] as TlaValue);
    else if (arity === 0) {
      throw new InputError('tla-constant', `the constant ${name} has no value in the cfg`, placeOf(span));
    }
  }
  return values;
}

/** The use of a name that the cfg has. */
function named(name: string, { scope }: Place, { places }: Config): Expression {
  const definition = definitionNamed(scope.names.get(name));
  if (definition === undefined) {
    const message = `the cfg names ${name}, which module ${scope.module.name} does not define`;
    throw new InputError('cfg', message, places.get(name));
  }
  const { length } = definition.parameters;
  const { span } = definition;
  if (length > 0) throw arityError({ ...span, text: name }, length, 0);
  return { type: 'apply', form: 'name', path: [], name, arguments: [], span: { ...span, text: name } };
}

function definitionNamed(entity: Entity | undefined): Definition | undefined {
  return entity?.type === 'definition' ? entity.definition : undefined;
}

function spanOf(name: string, { scope }: Place): Span {
  return definitionNamed(scope.names.get(name))?.span as Span;
}

function symmetryOf({ symmetry }: Config, body: (name: string) => Ir, top: Place): Lowered['symmetry'] {
  if (symmetry === undefined) return undefined;
  return { name: symmetry, value: body(symmetry), span: spanOf(symmetry, top) };
}

function assumptionsOf({ assumptions }: Linked, context: Context): readonly Named[] {
  return assumptions.map(({ scope, statement: { name, body, span } }) => ({
    name: name ?? `the assumption on line ${span.line}`,
    body: lowerExpression(body, topOf(context, scope), false),
    span,
  }));
}

/** What can be asked for by name: definitions that speak of no next state and of no behaviours. */
function operatorsOf(context: Context, top: Place): ReadonlyMap<string, LoweredOperator> {
  const changes = isAction();
  const temporal = isTemporal();
  const operators = new Map<string, LoweredOperator>();
  for (const [entity, name] of context.names) {
    if (entity.type !== 'definition') continue;
    const { definition, scope } = entity;
    const spot = { scope, locals: new Map(), within: [] };
    if (definition.parameters.some(({ arity }) => arity > 0)) continue;
    if (changes(definition.body, spot) || temporal(definition.body, spot)) continue;
    const make = (): ReturnType<LoweredOperator['definition']> => {
      const made = definitionOf(entity, top.context, false);
      if (made === undefined) throw unsupportedAt(`\`${name}\` by itself`, definition.span);
      settle(context);
      return made;
    };
    operators.set(name, {
      name,
      formals: definition.parameters.map((parameter) => parameter.name),
      definition: make,
    });
  }
  return operators;
}
