import { arityError } from '../evaluate/compile-util.js';
import type { Application, Expression } from '../parse/syntax.js';
import { lookUp } from '../resolve/look-up.js';
import { type Entity, unknownName } from '../resolve/scope.js';
import { standardArities, standardModuleOf } from '../resolve/standard.js';
import { atLeast, constant, type Found, highest, type Level, levelErrorAt } from './level.js';
import { checkMixed, limit } from './limits.js';
import { operatorFrom } from './operator.js';
import {
  type Analysis,
  bind,
  findName,
  isOperator,
  type Operand,
  type Operator,
  type Place,
} from './place.js';
import { fixed, rules } from './rules.js';

export function levelOfApplication(expression: Application, place: Place, analysis: Analysis): Found {
  const { span, name, arguments: operands } = expression;
  const meaning = meaningOf(expression, place, analysis);
  if (!isOperator(meaning)) {
    if (operands.length > 0) throw arityError(span, 0, operands.length);
    // A name is the reason that somebody who reads this expression sees.
    return meaning;
  }
  const { arities } = meaning;
  if (operands.length !== arities.length) throw arityError(span, arities.length, operands.length);
  const found = operands.map((operand, index): Operand => {
    const arity = arities[index] ?? 0;
    return arity > 0 ? operatorArgument(operand, arity, place, analysis) : analysis.of(operand, place);
  });
  if (name === '[]' || name === '<>' || name === '~>' || name === '-+->') {
    checkTemporal(expression, found as readonly Found[]);
  }
  if (name === '=>' || name === '<=>') checkMixed(found as readonly Found[], span, name);
  return meaning.apply(found, span);
}

/** `[]` takes `[A]_v` and no other action, `<>` takes `<<A>>_v`, the others none. */
function checkTemporal({ name, arguments: operands, span }: Application, found: readonly Found[]): void {
  found.forEach((one, index) => {
    const form = operands[index]?.type;
    if (one.level !== 2 || (name === '[]' && form === 'box') || (name === '<>' && form === 'angle')) return;
    const what = { '[]': '`[]` takes of actions `[A]_v` only', '<>': '`<>` takes of actions `<<A>>_v` only' }[
      name
    ];
    throw levelErrorAt(what ?? `\`${name}\` takes no action`, span, one);
  });
}

/** What a name stands for: a level, or an operator. */
function meaningOf(expression: Application, place: Place, analysis: Analysis): Operand {
  const { path, name, span } = expression;
  const local = path.length === 0 ? findName(place, name) : undefined;
  if (local !== undefined) return local;
  const entity = lookUp(expression, place.scope);
  if (entity !== undefined) return entityOf(entity, expression, place, analysis);
  const builtin = path.length === 0 ? languageOperator(name) : undefined;
  if (builtin !== undefined) return builtin;
  const module = standardModuleOf(name);
  throw unknownName(name, span, module === undefined ? '' : `: add ${module} to EXTENDS`);
}

function entityOf(entity: Entity, expression: Application, place: Place, analysis: Analysis): Operand {
  const { span } = expression;
  switch (entity.type) {
    case 'variable':
      return { level: 1, cause: span };
    case 'constant':
      return entity.arity === 0 ? constant : plain(entity.name, new Array<number>(entity.arity).fill(0), 3);
    case 'standard':
      return standardOperator(entity.name);
    case 'definition': {
      checkOrder(entity, expression, place);
      const operator = analysis.operator(entity);
      return operator.arities.length === 0 ? operator.apply([], span) : operator;
    }
    case 'substituted':
      return analysis.operator(entity).apply([], span);
    case 'instance':
      throw unknownName(entity.name, span, ' by itself: it is an INSTANCE');
    case 'unsupported':
    default:
      return constant;
  }
}

/** A name must be defined above its use, unless RECURSIVE declares it. What a cfg file puts for a name stands anywhere. */
function checkOrder(
  { definition, scope }: Extract<Entity, { type: 'definition' }>,
  { name, span }: Application,
  { scope: here, unit }: Place,
): void {
  if (name !== definition.name) return;
  if (unit === undefined || scope !== here || definition.span.file !== unit.file) return;
  const { line, column } = definition.span;
  const isBelow = line > unit.line || (line === unit.line && column > unit.column);
  const isItself = line === unit.line && column === unit.column;
  if (!isBelow && !(isItself && !isFunction(definition.body))) return;
  if (scope.module.recursive.some((one) => one.name === name)) return;
  const hint = isItself ? ' within itself' : ` above this: it is in line ${line}`;
  throw unknownName(definition.name, span, `${hint} (RECURSIVE can declare it)`);
}

function isFunction({ type }: Expression): boolean {
  return type === 'function' || type === 'let';
}

/** An operator that adds nothing to its arguments. */
function plain(name: string, arities: readonly number[], most: Level): Operator {
  return {
    name,
    arities,
    check: () => undefined,
    apply: (operands, span) =>
      highest(
        operands.map((operand, index) => {
          if (isOperator(operand))
            return operand.apply(
              operand.arities.map(() => constant),
              span,
            );
          if (operand.level <= most) return operand;
          throw levelErrorAt(
            `argument ${index + 1} of \`${name}\` must be no temporal formula`,
            span,
            operand,
          );
        }),
      ),
  };
}

/** Those of the parameters that are operators, with the number of their parameters. */
const higherOrder: ReadonlyMap<string, readonly number[]> = new Map([
  ['SelectSeq', [0, 1]],
  ['SortSeq', [0, 2]],
  ['BagOfAll', [1, 0]],
]);

function standardOperator(name: string): Operand {
  const arities = higherOrder.get(name) ?? new Array<number>(standardArities.get(name) ?? 0).fill(0);
  return arities.length === 0 ? constant : plain(name, arities, 2);
}

function languageOperator(name: string): Operand | undefined {
  const rule = rules.get(name);
  if (rule === undefined) return undefined;
  if (rule.most.length === 0) return constant;
  return {
    name,
    arities: rule.most.map(() => 0),
    check: () => undefined,
    apply: (operands, span) => {
      const found = (operands as readonly Found[]).map((operand, index) =>
        limit(
          operand,
          span,
          rule.most[index] ?? 3,
          rule.most.length === 1 ? `what \`${name}\` is applied to` : `argument ${index + 1} of \`${name}\``,
        ),
      );
      if (fixed.has(name)) return { level: rule.least, cause: span };
      return atLeast(rule.least, highest(found), span);
    },
  };
}

/** An operator as an argument. */
function operatorArgument(argument: Expression, arity: number, place: Place, analysis: Analysis): Operator {
  const { span } = argument;
  if (argument.type === 'lambda') {
    if (argument.parameters.length !== arity) throw arityError(span, arity, argument.parameters.length);
    return operatorFrom('LAMBDA', argument.parameters, (operands) => {
      let inner = place;
      argument.parameters.forEach(({ name }, index) => {
        inner = bind(inner, name, operands[index] ?? constant);
      });
      return analysis.of(argument.body, inner);
    });
  }
  if (argument.type !== 'apply' || argument.arguments.length > 0) throw arityError(span, arity, 0);
  const meaning = meaningOf(argument, place, analysis);
  if (!isOperator(meaning)) throw arityError(span, 0, arity);
  if (meaning.arities.length !== arity) throw arityError(span, meaning.arities.length, arity);
  return meaning;
}
