import { type Config, InputError, type Place as TextPlace } from '@synod/tla';
import { type Expression, placeOf } from '../parse/syntax.js';
import { withinStack } from '../parse/within-stack.js';
import type { InstanceSite } from '../resolve/context.js';
import type { Linked } from '../resolve/link.js';
import type { Entity, Scope } from '../resolve/scope.js';
import { levelOfExpression } from './expression.js';
import { constant, describe, type Found, type Level, levelError, levelErrorAt } from './level.js';
import { isConstant } from './module.js';
import { operatorFrom } from './operator.js';
import { type Analysis, bind, type Operator, type Place } from './place.js';

/** The levels of one specification. */
export interface Levels {
  /** The level of an expression at the top of a module. */
  of(expression: Expression, scope: Scope): Level;
  /** The level of a definition, its parameters being constants. */
  ofDefinition(entity: Extract<Entity, { type: 'definition' }>): Level;
}

/** Finds the levels of expressions and definitions when they are asked for. */
export function levels(linked: Linked): Levels {
  const analysis = analysisOf(linked);
  return {
    of: (expression, scope) => analysis.of(expression, topOf(scope, expression)).level,
    ofDefinition: (entity) => baseOf(analysis.operator(entity)).level,
  };
}

/**
 * The level of an expression at the top of a module: 0 a constant, 1 a state, 2 an action, 3 a temporal formula.
 * @throws InputError `tla-level` if it breaks a rule of levels
 */
export function levelOf(linked: Linked, expression: Expression, scope: Scope = linked.scope): Level {
  return levels(linked).of(expression, scope);
}

/**
 * Holds a specification to the rules of levels, as SANY does before TLC starts: every definition, ASSUME and INSTANCE; and
 * with a cfg file, what TLC asks of the formulas that it names. Names that are unknown, defined below their first use, or
 * used with another number of arguments are found too.
 *
 * @throws InputError `tla-level`, `tla-unknown-name`, `tla-arity`
 */
export function checkLevels(linked: Linked, config?: Config): void {
  const analysis = analysisOf(linked);
  for (const site of linked.instances) checkInstance(site, linked, analysis);
  const seen = new Set<Entity>();
  for (const scope of [...linked.own, ...linked.instances.flatMap(({ scopes }) => scopes)]) {
    for (const entity of scope.names.values()) {
      if (entity.type !== 'definition' || seen.has(entity)) continue;
      seen.add(entity);
      const operator = analysis.operator(entity);
      operator.check();
      checkRecursive(entity, operator);
    }
  }
  for (const { scope, statement } of linked.assumptions) {
    const found = analysis.of(statement.body, topOf(scope, statement));
    if (found.level > 0) throw levelErrorAt(`an assumption must be ${describe(0)}`, statement.span, found);
  }
  if (config !== undefined) checkConfig(linked, config, analysis);
}

function topOf(scope: Scope, { span }: Pick<Expression, 'span'>): Place {
  return { scope, names: undefined, unit: span };
}

function baseOf(operator: Operator): Found {
  operator.check();
  return operator.arities.every((arity) => arity === 0)
    ? operator.apply(
        operator.arities.map(() => constant),
        nowhere,
      )
    : constant;
}

const nowhere = { file: '', line: 0, column: 0, endLine: 0, endColumn: 0, text: '' };

function analysisOf(linked: Linked): Analysis {
  const operators = new Map<Entity, Operator>();
  const limits = limitsOf(linked);
  const analysis: Analysis = {
    of: (expression, place) => levelOfExpression(expression, place, analysis),
    operator: (entity) => {
      const known = operators.get(entity);
      if (known !== undefined) return known;
      const made = make(entity);
      operators.set(entity, made);
      return made;
    },
  };
  const make = (entity: Parameters<Analysis['operator']>[0]): Operator => {
    const { scope } = entity;
    if (entity.type === 'substituted') {
      // It stands where the INSTANCE does, which has been looked at.
      return operatorFrom(entity.name, [], () =>
        analysis.of(entity.expression, { scope, names: undefined, unit: undefined }),
      );
    }
    const { name, parameters, body, recursive, span } = entity.definition;
    const most = limits.get(entity);
    return operatorFrom(name, parameters, (operands) => {
      // A function that applies itself is a constant there: the rest of it tells its level.
      const top = topOf(scope, { span });
      let place = recursive ? bind(top, name, constant) : top;
      parameters.forEach((parameter, index) => {
        place = bind(place, parameter.name, operands[index] ?? constant);
      });
      const found = withinStack(placeOf(span), () => analysis.of(body, place));
      if (most !== undefined && found.level > most) {
        throw levelErrorAt(`what WITH puts for \`${name}\` must be ${describe(most)} at most`, span, found);
      }
      return found;
    });
  };
  return analysis;
}

/** What each constant and variable of an instance may be: those of a module of constants anything but temporal. */
function mostOf(site: InstanceSite, linked: Linked, kind: string): Level {
  if (isConstant(site, linked.instances)) return 2;
  return kind === 'variable' ? 1 : 0;
}

/** The same for those that WITH says in terms of parameters of the instance. */
function limitsOf(linked: Linked): ReadonlyMap<Entity, Level> {
  return new Map(
    linked.instances.flatMap((site) =>
      site.given.flatMap(({ kind, arity, entity }) => {
        if (entity.type !== 'definition' || arity > 0) return [];
        const isNamed = site.scope.names.get(entity.definition.name) === entity;
        return isNamed ? [] : [[entity, mostOf(site, linked, kind)] as const];
      }),
    ),
  );
}

function checkInstance(site: InstanceSite, linked: Linked, analysis: Analysis): void {
  const { instance, given } = site;
  for (const { kind, name, arity, entity } of given) {
    const most = mostOf(site, linked, kind);
    const what = `what stands for the ${kind} \`${name}\` of ${instance.module} must be ${describe(most)} at most`;
    if (entity.type === 'variable' && most === 0) {
      throw levelErrorAt(what, instance.span, { level: 1, cause: undefined });
    }
    if (entity.type !== 'definition' && entity.type !== 'substituted') continue;
    const operator = analysis.operator(entity);
    const found = baseOf(operator);
    if (found.level > most) throw levelErrorAt(what, instance.span, found);
    if (arity > 0 && operator.arities.length === arity) checkLeibniz(operator, name, site);
  }
}

/** An operator whose argument is primed within it cannot stand for one of which that is not known. */
function checkLeibniz(operator: Operator, name: string, { instance }: InstanceSite): void {
  const index = operator.arities.findIndex((_, at) => isPrimed(operator, at));
  if (index < 0) return;
  const what = `what stands for \`${name}\` of ${instance.module} must not prime its argument ${index + 1}`;
  throw new InputError('tla-level', what, placeOf(instance.span));
}

/** SANY takes no argument of a RECURSIVE operator that is primed within it. */
function checkRecursive(
  { definition, scope }: Extract<Entity, { type: 'definition' }>,
  operator: Operator,
): void {
  const { name, span } = definition;
  if (!scope.module.recursive.some((one) => one.name === name)) return;
  const index = operator.arities.findIndex((_, at) => isPrimed(operator, at));
  if (index < 0) return;
  const what = `\`${name}\` is recursive: its argument ${index + 1} must not be primed within it`;
  throw new InputError('tla-level', what, placeOf(span));
}

function isPrimed(operator: Operator, index: number): boolean {
  if (operator.arities.some((arity) => arity > 0)) return false;
  const action: Found = { level: 2, cause: undefined };
  try {
    operator.apply(
      operator.arities.map((_, at) => (at === index ? action : constant)),
      nowhere,
    );
    return false;
  } catch (error) {
    if (error instanceof InputError && error.code === 'tla-level') return true;
    throw error;
  }
}

/** What TLC asks of the formulas of a cfg file. */
function checkConfig(linked: Linked, config: Config, analysis: Analysis): void {
  const check = (kind: string, name: string, most: Level, place: TextPlace | undefined): void => {
    const entity = linked.scope.names.get(name);
    if (entity?.type !== 'definition') return;
    const found = baseOf(analysis.operator(entity));
    if (found.level <= most) return;
    throw levelError(
      `${kind} ${name} must be ${describe(most)} at most`,
      place ?? placeOf(entity.definition.span),
      found,
    );
  };
  const { places } = config;
  const all = (kind: string, names: readonly (string | undefined)[], most: Level): void => {
    for (const name of names) if (name !== undefined) check(kind, name, most, places.get(name));
  };
  all('INIT', [config.init], 1);
  all('NEXT', [config.next], 2);
  all('INVARIANT', config.invariants, 1);
  all('CONSTRAINT', config.constraints, 1);
  all('ACTION_CONSTRAINT', config.actionConstraints, 2);
  all('VIEW', [config.view], 1);
  all('SYMMETRY', [config.symmetry], 0);
  for (const { constant: name, operator, place } of config.substitutions) {
    const by = linked.replaced.get(name);
    if (by?.type !== 'definition' || by.definition.parameters.length > 0) continue;
    check(`${operator}, which replaces the constant ${name}: it`, operator, 0, place);
  }
}
