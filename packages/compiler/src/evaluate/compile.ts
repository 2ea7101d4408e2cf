import { unsupportedAt } from '../parse/node.js';
import type { Expression } from '../parse/syntax.js';
import type { Code, Environment } from './code.js';
import { compileApplication } from './compile-apply.js';
import {
  compileAll,
  compileChoose,
  compileExists,
  compileFilter,
  compileFunction,
  compileLet,
  compileMap,
} from './compile-binding.js';
import { compileCase, compileIf, compileJunction, compileStep } from './compile-logic.js';
import { compileExcept, compileListing, compileRecord } from './compile-structure.js';
import { constantCode, refuse, valueOf } from './compile-util.js';
import { applyFunction, fieldOf, functionSet } from './functions.js';

/**
 * Turns an expression into a function of a frame, once. Names are resolved here.
 * @throws InputError for unknown names and wrong numbers of arguments; what cannot be evaluated throws when it is run
 */
export function compile(expression: Expression, environment: Environment): Code {
  switch (expression.type) {
    case 'literal':
      return constantCode(expression, expression.value);
    case 'apply':
      return compileApplication(expression, environment, compile);
    case 'conjunction':
    case 'disjunction':
      return compileJunction(expression, environment, compile);
    case 'all':
      return compileAll(expression, environment, compile);
    case 'exists':
      return compileExists(expression, environment, compile);
    case 'choose':
      return compileChoose(expression, environment, compile);
    case 'filter':
      return compileFilter(expression, environment, compile);
    case 'map':
      return compileMap(expression, environment, compile);
    case 'function':
      return compileFunction(expression, environment, compile);
    case 'let':
      return compileLet(expression, environment, compile);
    case 'set':
    case 'tuple':
    case 'product':
      return compileListing(expression, environment, compile);
    case 'record':
    case 'recordSet':
      return compileRecord(expression, environment, compile);
    case 'except':
      return compileExcept(expression, environment, compile);
    case 'if':
      return compileIf(expression, environment, compile);
    case 'case':
      return compileCase(expression, environment, compile);
    case 'box':
    case 'angle':
      return compileStep(expression, environment, compile);
    case 'functionSet': {
      const [domain, range] = [
        compile(expression.domain, environment),
        compile(expression.range, environment),
      ];
      return {
        expression,
        run: (frame) => functionSet(expression.span, domain.run(frame), range.run(frame)),
      };
    }
    case 'field': {
      const record = compile(expression.record, environment);
      return { expression, run: (frame) => fieldOf(record.run(frame), expression.name, expression.span) };
    }
    case 'index': {
      const f = compile(expression.function, environment);
      const argument = compile(expression.argument, environment);
      return {
        expression,
        run: (frame) => applyFunction(f.run(frame), argument.run(frame), expression.span),
      };
    }
    case 'old':
      return valueOf(expression, environment.old, environment);
    case 'lambda':
      return refuse(expression, unsupportedAt('LAMBDA other than as an argument', expression.span));
    case 'opaque':
    default:
      return refuse(expression, unsupportedAt(expression.construct, expression.span));
  }
}
