import { unsupportedAt } from '../parse/node.js';
import type { Application } from '../parse/syntax.js';
import { lookUp } from '../resolve/look-up.js';
import { type Entity, unknownName } from '../resolve/scope.js';
import { standardModuleOf } from '../resolve/standard.js';
import { compileCall } from './call.js';
import type { Code, Compile, Environment, Local } from './code.js';
import { arityError, constantCode, refuse, valueOf } from './compile-util.js';
import { findLocal, frameOf } from './environment.js';
import type { Frame } from './frame.js';
import { compileHigherOrder, higherOrder } from './higher-order.js';
import { compileOperatorParameter } from './operator-value.js';
import { cellOf, topOperator } from './program.js';
import { compileSpecial } from './special.js';
import { type Builtin, languageOperators, standardOperators } from './standard.js';

/** An operator with its arguments: a local, a word of the language, or what the module's scope has under the name. */
export function compileApplication(
  expression: Application,
  environment: Environment,
  compile: Compile,
): Code {
  const { path, name, span } = expression;
  if (path.length === 0) {
    const local = findLocal(environment, name);
    if (local !== undefined) return compileLocal(expression, local, environment, compile);
    const special = compileSpecial(expression, environment, compile);
    if (special !== undefined) return special;
  }
  const entity = lookUp(expression, environment.scope);
  if (entity === undefined) {
    const builtin = path.length === 0 ? languageOperators.get(name) : undefined;
    if (builtin !== undefined) return compileBuiltin(expression, builtin, environment, compile);
    const module = standardModuleOf(name);
    throw unknownName(name, span, module === undefined ? '' : `: add ${module} to EXTENDS`);
  }
  return compileEntity(expression, entity, environment, compile);
}

function compileLocal(
  expression: Application,
  local: Local,
  environment: Environment,
  compile: Compile,
): Code {
  const given = expression.arguments.length;
  if (local.type === 'defined') {
    const outer = frameOf(environment, local);
    return compileCall(expression, local.operator, outer, environment, compile);
  }
  if (local.type === 'operator') return compileOperatorParameter(expression, local, environment, compile);
  if (given > 0) throw arityError(expression.span, 0, given);
  return valueOf(expression, local, environment);
}

function compileEntity(
  expression: Application,
  entity: Entity,
  environment: Environment,
  compile: Compile,
): Code {
  const { span } = expression;
  const given = expression.arguments.length;
  const { machine, constants } = environment.program;
  if (entity.type === 'standard') {
    const operator = higherOrder.get(entity.name);
    if (operator !== undefined) return compileHigherOrder(expression, operator, environment, compile);
    const builtin = standardOperators.get(entity.name);
    if (builtin !== undefined) return compileBuiltin(expression, builtin, environment, compile);
    return refuse(expression, unsupportedAt(`\`${entity.name}\``, span));
  }
  if (entity.type === 'unsupported') return refuse(expression, unsupportedAt(entity.construct, span));
  if (entity.type === 'definition' && entity.definition.parameters.length > 0) {
    const operator = topOperator(entity, environment.program, compile);
    return compileCall(expression, operator, () => undefined, environment, compile);
  }
  if (entity.type === 'instance') throw unknownName(entity.name, span, ' by itself: it is an INSTANCE');
  if (entity.type === 'constant' && entity.arity > 0) {
    return refuse(expression, unsupportedAt(`the constant operator \`${entity.name}\``, span));
  }
  if (given > 0) throw arityError(span, 0, given);
  switch (entity.type) {
    case 'variable': {
      const { index } = entity;
      return {
        expression,
        run: () => {
          machine.touched = true;
          return machine.before[index] ?? noState(expression);
        },
      };
    }
    case 'constant':
      return constantCode(expression, constants.get(entity.name) ?? noState(expression));
    case 'definition': {
      const run = cellOf(entity, environment.program, compile);
      if (entity.definition.recursive) return { expression, run };
      const operator = topOperator(entity, environment.program, compile);
      return { expression, run, shape: { type: 'call', operator, enter: newFrame } };
    }
    case 'substituted':
    default:
      return { expression, run: cellOf(entity, environment.program, compile) };
  }
}

function newFrame(): Frame {
  return { slots: [], parent: undefined };
}

function noState(expression: Application): never {
  throw unsupportedAt(`the variable \`${expression.name}\` where there is no state`, expression.span);
}

function compileBuiltin(
  expression: Application,
  builtin: Builtin,
  environment: Environment,
  compile: Compile,
): Code {
  const { span } = expression;
  const operands = expression.arguments.map((argument) => compile(argument, environment));
  if (operands.length !== builtin.arity) throw arityError(span, builtin.arity, operands.length);
  const [first, second, third] = operands;
  const { run } = builtin;
  if (first === undefined) return { expression, run: () => run(span) };
  if (second === undefined) {
    const code: Code = { expression, run: (frame) => run(span, first.run(frame)) };
    return expression.name === '~' ? { ...code, shape: { type: 'not', operand: first } } : code;
  }
  if (third === undefined) {
    const code: Code = { expression, run: (frame) => run(span, first.run(frame), second.run(frame)) };
    return expression.name === '='
      ? { ...code, shape: { type: 'equals', left: first, right: second } }
      : code;
  }
  return { expression, run: (frame) => run(span, first.run(frame), second.run(frame), third.run(frame)) };
}
