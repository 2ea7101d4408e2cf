import { InputError } from '@synod/tla';
import { arityError } from '../evaluate/compile-util.js';
import { unsupportedAt } from '../parse/node.js';
import { type Application, type Definition, type Expression, placeOf, type Span } from '../parse/syntax.js';
import { lookUp } from '../resolve/look-up.js';
import { type Entity, unknownName } from '../resolve/scope.js';
import { standardModuleOf } from '../resolve/standard.js';
import { builtinArity, builtinName, operatorOperand } from './builtins.js';
import { type Delayed, findName, lowerIn, type Meaning, newLocal, type Place, topOf } from './context.js';
import { argumentOf, definitionOf, letDefinitionOf, PrimedParameter, substitutionOf } from './define.js';
import { applyOperator, expand, operatorOf } from './expand.js';
import type { Ir, IrDefinition } from './ir.js';
import { languageOperators, lowerSpecial } from './special.js';

/** An operator with its arguments: a local, a word of the language, or what the module's scope has under the name. */
export function lowerApplied(expression: Application, place: Place, primed: boolean): Ir {
  const { path, name, span } = expression;
  if (path.length === 0) {
    const meaning = findName(place, name);
    if (meaning !== undefined) return lowerMeaning(meaning, expression, place, primed);
    const special = lowerSpecial(expression, place, primed);
    if (special !== undefined) return special;
  }
  const entity = lookUp(expression, place.scope);
  if (entity !== undefined) return lowerEntity(entity, expression, place, primed);
  if (path.length === 0 && languageOperators.has(name)) return lowerBuiltin(expression, place, primed);
  const module = standardModuleOf(name);
  throw unknownName(name, span, module === undefined ? '' : `: add ${module} to EXTENDS`);
}

/** A name that the expression around it introduces. */
function lowerMeaning(meaning: Meaning, expression: Application, place: Place, primed: boolean): Ir {
  const { span, arguments: operands } = expression;
  switch (meaning.type) {
    case 'local':
      if (operands.length > 0) throw arityError(span, 0, operands.length);
      return { op: 'local', local: meaning.local, span };
    case 'self':
      throw unsupportedAt(
        `\`${meaning.local.name}\`, a recursive function, within its own definition other than applied,`,
        span,
      );
    case 'parameter':
      if (operands.length > 0) throw arityError(span, 0, operands.length);
      if (primed !== meaning.primed) throw new PrimedParameter(meaning.of);
      return { op: 'local', local: meaning.local, span };
    case 'operator':
      return applyOperator(meaning.operator, operands, place, span, primed);
    case 'delayed':
    default:
      return lowerDelayed(meaning, expression, place, primed);
  }
}

function lowerDelayed(meaning: Delayed, expression: Application, place: Place, primed: boolean): Ir {
  const { span, arguments: operands } = expression;
  const { definition } = meaning;
  const formals = definition?.parameters ?? [];
  if (operands.length !== formals.length) throw arityError(span, formals.length, operands.length);
  if (definition === undefined) return located(argumentOf(meaning, primed), span);
  return lowerCall(
    definition,
    () => letDefinitionOf({ ...meaning, definition }, primed),
    meaning.place(),
    expression,
    place,
    primed,
  );
}

/** Gives an expression the place where it is used. */
function located(ir: Ir, span: Span): Ir {
  return ir.op === 'call' ? { ...ir, span } : ir;
}

function lowerCall(
  definition: Definition,
  form: () => IrDefinition | undefined,
  there: Place,
  expression: Application,
  place: Place,
  primed: boolean,
): Ir {
  const { span, arguments: operands } = expression;
  const takesOperators = definition.parameters.some(({ arity }) => arity > 0);
  const made = takesOperators ? undefined : form();
  if (made === undefined) return expand({ definition, there, operands, here: place, span, primed });
  // `WITH z <- v` of an INSTANCE with parameters is a definition of one of them.
  const { body } = made;
  const index = body.op === 'local' ? made.parameters.indexOf(body.local) : -1;
  const same = operands[index];
  if (same !== undefined) return located(lowerIn(place, same, primed), span);
  const given = operands.map((operand) => lowerIn(place, operand, primed));
  return { op: 'call', definition: made, arguments: given, span };
}

function lowerEntity(entity: Entity, expression: Application, place: Place, primed: boolean): Ir {
  const { span, arguments: operands } = expression;
  const { context } = place;
  const none = (): void => {
    if (operands.length > 0) throw arityError(span, 0, operands.length);
  };
  switch (entity.type) {
    case 'standard':
      return lowerBuiltin({ ...expression, name: entity.name }, place, primed);
    case 'unsupported':
      throw unsupportedAt(entity.construct, span);
    case 'instance':
      throw unknownName(entity.name, span, ' by itself: it is an INSTANCE');
    case 'variable':
      none();
      return { op: 'variable', index: entity.index, primed, span };
    case 'constant': {
      const value = context.constants.get(entity.name);
      if (value === undefined) throw noValue(entity);
      none();
      return { op: 'constant', value, span };
    }
    case 'substituted':
      none();
      return located(substitutionOf(entity, context, primed), span);
    case 'definition':
    default: {
      const { definition, scope } = entity;
      const { length } = definition.parameters;
      if (operands.length !== length) throw arityError(span, length, operands.length);
      const there = topOf(context, scope);
      return lowerCall(
        definition,
        () => definitionOf(entity, context, primed),
        there,
        expression,
        place,
        primed,
      );
    }
  }
}

function noValue({ name, arity, span }: Extract<Entity, { type: 'constant' }>): InputError {
  const message =
    arity > 0
      ? `the constant operator \`${name}\` needs a definition: give it one in the cfg, ${name} <- Operator`
      : `the constant ${name} has no value`;
  return new InputError('tla-constant', message, placeOf(span));
}

function lowerBuiltin(expression: Application, place: Place, primed: boolean): Ir {
  const { span, arguments: operands } = expression;
  const name = builtinName(expression.name);
  const arity = builtinArity.get(name);
  if (arity === undefined) throw unsupportedAt(`\`${expression.name}\``, span);
  if (operands.length !== arity) throw arityError(span, arity, operands.length);
  const lower = (operand: Expression): Ir => lowerIn(place, operand, primed);
  const takes = operatorOperand.get(name);
  if (takes !== undefined) {
    const operand = operands[takes.index] as Expression;
    const element = takes.formals.map((formal) => newLocal(place.context, formal));
    const meanings = element.map((local): Meaning => ({ type: 'local', local }));
    const body = operatorOf(operand, element.length, place).apply(operand.span, meanings, primed);
    const others = operands.filter((_, index) => index !== takes.index).map(lower);
    return { op: 'builtin', name, arguments: [...others, body], element, span };
  }
  if (name === 'TLCEval') {
    const evaluated = lower(operands[0] as Expression);
    return { op: 'let', definitions: [], body: evaluated, span: evaluated.span, listed: true };
  }
  const lowered = operands.map(lower);
  const [only] = lowered;
  if (name === '-.' && only?.op === 'constant' && typeof only.value === 'number') {
    return { ...only, value: -only.value, span };
  }
  return { op: 'builtin', name, arguments: lowered, span };
}
