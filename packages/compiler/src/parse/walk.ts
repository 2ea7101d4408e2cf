import type { Expression } from './syntax.js';

/** The expressions directly within an expression, in the order of the text. */
export function subexpressions(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'literal':
    case 'old':
    case 'opaque':
      return [];
    case 'apply':
      return expression.arguments;
    case 'conjunction':
    case 'disjunction':
      return expression.items;
    case 'all':
    case 'exists':
    case 'function':
      return [...expression.bounds.map((bound) => bound.set), expression.body];
    case 'map':
      return [expression.body, ...expression.bounds.map((bound) => bound.set)];
    case 'choose':
      return [...(expression.bound === undefined ? [] : [expression.bound.set]), expression.body];
    case 'filter':
      return [expression.bound.set, expression.body];
    case 'set':
    case 'tuple':
    case 'product':
      return expression.elements;
    case 'functionSet':
      return [expression.domain, expression.range];
    case 'record':
    case 'recordSet':
      return expression.fields.map((field) => field.value);
    case 'field':
      return [expression.record];
    case 'index':
      return [expression.function, expression.argument];
    case 'except':
      return [expression.function, ...expression.updates.flatMap(({ path, value }) => [...path, value])];
    case 'if':
      return [expression.condition, expression.consequent, expression.alternative];
    case 'case':
      return [
        ...expression.arms.flatMap(({ condition, value }) => [condition, value]),
        ...(expression.other === undefined ? [] : [expression.other]),
      ];
    case 'let':
      return [...expression.definitions.map((definition) => definition.body), expression.body];
    case 'lambda':
      return [expression.body];
    case 'box':
    case 'angle':
    default:
      return [expression.action, expression.subscript];
  }
}
