import { InputError } from '@synod/tla';
import {
  type Bound,
  type Choose,
  type Except,
  type Expression,
  type Let,
  placeOf,
  type Quantifier,
  type StepFormula,
} from '../parse/syntax.js';
import { subexpressions } from '../parse/walk.js';
import { levelOfApplication } from './application.js';
import { atLeast, constant, describe, type Found, highest, type Level, levelErrorAt } from './level.js';
import { checkMixed, limit } from './limits.js';
import { operatorFrom } from './operator.js';
import { type Analysis, bind, findName, type Operator, type Place } from './place.js';

/** The level of an expression; an InputError `tla-level` where SANY has an error. */
export function levelOfExpression(expression: Expression, place: Place, analysis: Analysis): Found {
  const at = (inner: Expression): Found => analysis.of(inner, place);
  const most = (inner: Expression, level: Level, what: string): Found =>
    limit(at(inner), inner.span, level, what);
  switch (expression.type) {
    case 'apply':
      return levelOfApplication(expression, place, analysis);
    case 'conjunction':
    case 'disjunction': {
      const items = expression.items.map(at);
      checkMixed(items, expression.span, expression.type === 'conjunction' ? '/\\' : '\\/');
      return highest(items);
    }
    case 'all':
    case 'exists':
      return levelOfQuantifier(expression, place, analysis);
    case 'function': {
      const { found, inner } = levelOfBounds(expression.bounds, place, analysis);
      return highest([...found, analysis.of(expression.body, inner)]);
    }
    case 'map':
    case 'filter': {
      const bounds = 'bounds' in expression ? expression.bounds : [expression.bound];
      const { found, inner } = levelOfBounds(bounds, place, analysis);
      const { body } = expression;
      return highest([...found, limit(analysis.of(body, inner), body.span, 2, 'what a set is made of')]);
    }
    case 'choose':
      return levelOfChoose(expression, place, analysis);
    case 'let':
      return levelOfLet(expression, place, analysis);
    case 'box':
    case 'angle':
      return levelOfStep(expression, most);
    case 'opaque':
      if (expression.fairness !== undefined) {
        most(expression.fairness.subscript, 1, 'the subscript of a fairness condition');
        most(expression.fairness.action, 2, 'the action of a fairness condition');
      }
      return /fairness|\\EE|\\AA/.test(expression.construct)
        ? { level: 3, cause: expression.span }
        : constant;
    case 'if':
    case 'case':
    case 'record':
      return highest(subexpressions(expression).map(at));
    case 'lambda':
    case 'literal':
      return constant;
    case 'old':
      if (findName(place, '@') !== undefined) return constant;
      throw new InputError('tla-syntax', '`@` stands outside of EXCEPT', placeOf(expression.span));
    case 'except':
      return levelOfExcept(expression, place, analysis);
    case 'set':
    case 'tuple':
    case 'product':
    case 'functionSet':
    case 'recordSet':
    case 'field':
    case 'index':
    default:
      return highest(subexpressions(expression).map((inner) => most(inner, 2, partOfValue)));
  }
}

function levelOfQuantifier(expression: Quantifier, place: Place, analysis: Analysis): Found {
  const { found, inner } = levelOfBounds(expression.bounds, place, analysis);
  const body = analysis.of(expression.body, inner);
  const bound = highest(found);
  if (body.level === 3 && bound.level === 2) {
    throw levelErrorAt(
      `a set that a temporal formula quantifies over must be ${describe(1)} at most`,
      expression.span,
      bound,
    );
  }
  return highest([...found, body]);
}

/** Without a set it has a level too, though no value: a cfg file may give it one. */
function levelOfChoose({ bound, names, body }: Choose, place: Place, analysis: Analysis): Found {
  const { found } = levelOfBounds(bound === undefined ? [] : [bound], place, analysis);
  const inner = names.reduce((within, name) => bind(within, name, constant), place);
  return highest([...found, limit(analysis.of(body, inner), body.span, 2, 'what CHOOSE asks for')]);
}

function levelOfBounds(
  bounds: readonly Bound[],
  place: Place,
  analysis: Analysis,
): { readonly found: readonly Found[]; readonly inner: Place } {
  let inner = place;
  const found = bounds.map(({ set, names }) => {
    for (const name of names) inner = bind(inner, name, constant);
    return limit(analysis.of(set, place), set.span, 2, 'the set of a bound variable');
  });
  return { found, inner };
}

function levelOfStep(
  { action, subscript, span }: StepFormula,
  most: (inner: Expression, level: Level, what: string) => Found,
): Found {
  const found = most(action, 2, 'the action of a step');
  most(subscript, 1, 'the subscript of a step');
  return atLeast(2, found, span);
}

const partOfValue = 'a part of a value';

function levelOfExcept({ function: f, updates }: Except, place: Place, analysis: Analysis): Found {
  const inner = bind(place, '@', constant);
  const most = (expression: Expression, where: Place): Found =>
    limit(analysis.of(expression, where), expression.span, 2, partOfValue);
  return highest([
    most(f, place),
    ...updates.flatMap(({ path, value }) => [...path.map((step) => most(step, place)), most(value, inner)]),
  ]);
}

function levelOfLet({ definitions, body }: Let, place: Place, analysis: Analysis): Found {
  const { recursive } = place.scope.module;
  let inner = place;
  for (const definition of definitions) {
    const { name, parameters, span } = definition;
    const around = inner;
    const isRecursive = definition.recursive || recursive.some((one) => one.name === name);
    const operator: Operator = operatorFrom(name, parameters, (operands) => {
      let within = isRecursive ? bind(around, name, itself) : around;
      parameters.forEach((parameter, index) => {
        within = bind(within, parameter.name, operands[index] ?? constant);
      });
      return analysis.of(definition.body, within);
    });
    // A function that applies itself has no parameters, and is a constant there: the rest of it tells its level.
    const itself = definition.recursive ? constant : operator;
    if (parameters.length === 0) {
      inner = bind(inner, name, operator.apply([], span));
    } else {
      operator.check();
      inner = bind(inner, name, operator);
    }
  }
  return analysis.of(body, inner);
}
