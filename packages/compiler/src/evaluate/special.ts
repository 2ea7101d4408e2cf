import { unsupportedAt } from '../parse/node.js';
import type { Application } from '../parse/syntax.js';
import { lookUp } from '../resolve/look-up.js';
import type { Code, Compile, Environment } from './code.js';
import { compileImplication } from './compile-logic.js';
import { arityError, refuse } from './compile-util.js';
import { findLocal, topEnvironment } from './environment.js';
import { equalValues } from './equality.js';
import { type Frame, inNextState } from './frame.js';
import { failWithoutNext, type Value } from './value.js';

/** Operators whose operands are not simply evaluated first. Undefined if the name is none of these. */
export function compileSpecial(
  expression: Application,
  environment: Environment,
  compile: Compile,
): Code | undefined {
  const { name, span } = expression;
  const operands = (count: number): Code[] => {
    if (expression.arguments.length !== count) throw arityError(span, count, expression.arguments.length);
    return expression.arguments.map((argument) => compile(argument, environment));
  };
  switch (name) {
    case '=>':
      return compileImplication(expression, operands(2));
    case "'":
      return compilePrime(expression, operands(1)[0] as Code, environment);
    case 'UNCHANGED':
      operands(1);
      return compileUnchanged(expression, environment, compile);
    case 'ENABLED':
    case '[]':
    case '<>':
      operands(1);
      return refuse(expression, unsupportedAt(`the value of \`${name}\``, span));
    case '~>':
    case '-+->':
    case '\\cdot':
      operands(2);
      return refuse(expression, unsupportedAt(`the value of \`${name}\``, span));
    case 'Real':
      return refuse(expression, unsupportedAt('the set of real numbers', span));
    default:
      return undefined;
  }
}

function compilePrime(expression: Application, operand: Code, environment: Environment): Code {
  const { machine } = environment.program;
  const { span } = expression;
  const [argument] = expression.arguments;
  const entity =
    argument?.type === 'apply' && operand.shape === undefined && isTopName(argument, environment)
      ? lookUp(argument, environment.scope)
      : undefined;
  const noNext = (): never => failWithoutNext(span, `\`${span.text}\``);
  if (entity?.type === 'variable') {
    const { index } = entity;
    return {
      expression,
      run: () => {
        machine.touched = true;
        return (machine.after ?? noNext())[index] as Value;
      },
    };
  }
  return {
    expression,
    run: (frame) => {
      machine.touched = true;
      return inNextState(machine, machine.after ?? noNext(), () => operand.run(frame));
    },
  };
}

function isTopName({ name, path }: Application, environment: Environment): boolean {
  return path.length > 0 || findLocal(environment, name) === undefined;
}

/** `UNCHANGED <<x, y>>`, taken apart so that it can be said which of them changes. */
function compileUnchanged(expression: Application, environment: Environment, compile: Compile): Code {
  const { machine } = environment.program;
  const { span } = expression;
  const parts = partsOf(expression.arguments[0] as Application, environment, compile);
  const isUnchanged = (part: Code, frame: Frame): boolean => {
    machine.touched = true;
    const next = machine.after ?? failWithoutNext(span, 'UNCHANGED');
    return equalValues(
      part.run(frame),
      inNextState(machine, next, () => part.run(frame)),
      span,
    );
  };
  return {
    expression,
    shape: { type: 'unchanged', parts, isUnchanged },
    run: (frame) => parts.every((part) => isUnchanged(part, frame)),
  };
}

/** The components of a tuple, also of one that is defined: `vars == <<x, y>>`. */
function partsOf(
  operand: Application['arguments'][number],
  environment: Environment,
  compile: Compile,
): Code[] {
  if (operand.type === 'tuple')
    return operand.elements.flatMap((element) => partsOf(element, environment, compile));
  if (operand.type === 'apply' && operand.arguments.length === 0 && isTopName(operand, environment)) {
    const entity = lookUp(operand, environment.scope);
    if (entity?.type === 'definition' && entity.definition.body.type === 'tuple') {
      const parts = partsOf(
        entity.definition.body,
        topEnvironment(entity.scope, environment.program),
        compile,
      );
      return parts.map((part) => ({
        expression: part.expression,
        run: () => part.run({ slots: [], parent: undefined }),
      }));
    }
  }
  return [compile(operand, environment)];
}
