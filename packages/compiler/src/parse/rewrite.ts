import type {
  Bound,
  Choose,
  Comprehension,
  Definition,
  Expression,
  Filter,
  Lambda,
  Let,
  Parameter,
  Quantifier,
} from './syntax.js';

/** The names that are bound around an expression, with how many parameters each has. */
export type Bindings = ReadonlyMap<string, number>;

/** What an expression is replaced by; undefined if it stays, with what is within it rewritten. */
export type Replace = (
  expression: Expression,
  bound: Bindings,
  rewrite: (expression: Expression, bound: Bindings) => Expression,
) => Expression | undefined;

/** Rewrites an expression and all within it, and knows which names are bound where. */
export function rewriteExpression(expression: Expression, bound: Bindings, replace: Replace): Expression {
  const rewrite = (inner: Expression, within: Bindings): Expression =>
    replace(inner, within, rewrite) ?? rebuild(inner, within, rewrite);
  return rewrite(expression, bound);
}

type Rewrite = (expression: Expression, bound: Bindings) => Expression;

function rebuild(expression: Expression, bound: Bindings, rewrite: Rewrite): Expression {
  const at = (inner: Expression): Expression => rewrite(inner, bound);
  const all = (inner: readonly Expression[]): Expression[] => inner.map(at);
  switch (expression.type) {
    case 'literal':
    case 'old':
    case 'opaque':
      return expression;
    case 'apply':
      return { ...expression, arguments: all(expression.arguments) };
    case 'conjunction':
    case 'disjunction':
      return { ...expression, items: all(expression.items) };
    case 'set':
    case 'tuple':
    case 'product':
      return { ...expression, elements: all(expression.elements) };
    case 'functionSet':
      return { ...expression, domain: at(expression.domain), range: at(expression.range) };
    case 'record':
    case 'recordSet':
      return {
        ...expression,
        fields: expression.fields.map(({ name, value }) => ({ name, value: at(value) })),
      };
    case 'field':
      return { ...expression, record: at(expression.record) };
    case 'index':
      return { ...expression, function: at(expression.function), argument: at(expression.argument) };
    case 'except': {
      const updates = expression.updates.map(({ path, value }) => ({ path: all(path), value: at(value) }));
      return { ...expression, function: at(expression.function), updates };
    }
    case 'if':
      return {
        ...expression,
        condition: at(expression.condition),
        consequent: at(expression.consequent),
        alternative: at(expression.alternative),
      };
    case 'case': {
      const arms = expression.arms.map(({ condition, value }) => ({
        condition: at(condition),
        value: at(value),
      }));
      return { ...expression, arms, other: expression.other && at(expression.other) };
    }
    case 'box':
    case 'angle':
      return { ...expression, action: at(expression.action), subscript: at(expression.subscript) };
    case 'all':
    case 'exists':
    case 'function':
    case 'map':
    case 'filter':
    case 'choose':
    case 'let':
    case 'lambda':
    default:
      return rebuildBinding(expression, bound, rewrite);
  }
}

type Binding = Quantifier | Comprehension | Filter | Choose | Let | Lambda;

/** The same for what binds names. */
function rebuildBinding(expression: Binding, bound: Bindings, rewrite: Rewrite): Expression {
  const at = (inner: Expression): Expression => rewrite(inner, bound);
  switch (expression.type) {
    case 'all':
    case 'exists':
    case 'function':
    case 'map': {
      const bounds = expression.bounds.map((bound_) => inBound(bound_, at));
      return { ...expression, bounds, body: rewrite(expression.body, binding(bound, expression.bounds)) };
    }
    case 'filter':
      return {
        ...expression,
        bound: inBound(expression.bound, at),
        body: rewrite(expression.body, binding(bound, [expression.bound])),
      };
    case 'choose': {
      return {
        ...expression,
        bound: expression.bound && inBound(expression.bound, at),
        body: rewrite(expression.body, binding(bound, [expression])),
      };
    }
    case 'let': {
      const inner = defining(bound, expression.definitions);
      const definitions = expression.definitions.map((definition) => ({
        ...definition,
        body: rewrite(definition.body, withParameters(inner, definition.parameters)),
      }));
      return { ...expression, definitions, body: rewrite(expression.body, inner) };
    }
    case 'lambda':
    default:
      return { ...expression, body: rewrite(expression.body, withParameters(bound, expression.parameters)) };
  }
}

function inBound(bound: Bound, at: (inner: Expression) => Expression): Bound {
  return { ...bound, set: at(bound.set) };
}

function binding(outer: Bindings, bounds: readonly Pick<Bound, 'names'>[]): Bindings {
  return new Map([...outer, ...bounds.flatMap(({ names }) => names.map((name) => [name, 0] as const))]);
}

/** The names around a body with these parameters. */
export function withParameters(outer: Bindings, parameters: readonly Parameter[]): Bindings {
  return new Map([...outer, ...parameters.map(({ name, arity }) => [name, arity] as const)]);
}

function defining(outer: Bindings, definitions: readonly Definition[]): Bindings {
  return new Map([
    ...outer,
    ...definitions.map(({ name, parameters }) => [name, parameters.length] as const),
  ]);
}
