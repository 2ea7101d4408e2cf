import { key } from '@synod/tla';
import type { Ir, IrBound, IrDefinition, Local } from './ir.js';

/** The text of an expression, for people: locals with their numbers, every operand in parentheses. */
export function printIr(ir: Ir, variables: readonly string[] = []): string {
  const print = (inner: Ir): string => printIr(inner, variables);
  const list = (inner: readonly Ir[]): string => inner.map(print).join(', ');
  switch (ir.op) {
    case 'constant':
      return key(ir.value);
    case 'variable':
      return `${variables[ir.index] ?? `v${ir.index}`}${ir.primed ? "'" : ''}`;
    case 'local':
      return printLocal(ir.local);
    case 'call':
      return ir.arguments.length === 0 ? ir.definition.name : `${ir.definition.name}(${list(ir.arguments)})`;
    case 'builtin':
      return printBuiltin(ir.name, ir.arguments.map(print), ir.element);
    case 'and':
      return ir.items.length === 0 ? 'TRUE' : `(${ir.items.map(print).join(' /\\ ')})`;
    case 'or':
      return `(${ir.items.map(print).join(' \\/ ')})`;
    case 'forall':
      return `(\\A ${printBounds(ir.bounds, variables)} : ${print(ir.body)})`;
    case 'exists':
      return `(\\E ${printBounds(ir.bounds, variables)} : ${print(ir.body)})`;
    case 'choose':
      return `(CHOOSE ${printBound(ir.bound, variables)} : ${print(ir.body)})`;
    case 'filter':
      return `{${printBound(ir.bound, variables)} : ${print(ir.body)}}`;
    case 'map':
      return `{${print(ir.body)} : ${printBounds(ir.bounds, variables)}}`;
    case 'function':
      return `[${ir.self === undefined ? '' : `${printLocal(ir.self)}: `}${printBounds(ir.bounds, variables)} |-> ${print(ir.body)}]`;
    case 'set':
      return `{${list(ir.elements)}}`;
    case 'tuple':
      return `<<${list(ir.elements)}>>`;
    case 'product':
      return `(${ir.elements.map(print).join(' \\X ')})`;
    case 'functionSet':
      return `[${print(ir.domain)} -> ${print(ir.range)}]`;
    case 'record':
      return `[${ir.fields.map(({ name, value }) => `${name} |-> ${print(value)}`).join(', ')}]`;
    case 'recordSet':
      return `[${ir.fields.map(({ name, value }) => `${name} : ${print(value)}`).join(', ')}]`;
    case 'apply':
      return `${print(ir.function)}[${print(ir.argument)}]`;
    case 'except':
      return `[${print(ir.function)} EXCEPT ${ir.updates
        .map(({ path, old, value }) => {
          const to = path.map((step) => `[${print(step)}]`).join('');
          return `!${to}${old === undefined ? '' : ` ${printLocal(old)}`} = ${print(value)}`;
        })
        .join(', ')}]`;
    case 'if':
      return `(IF ${print(ir.condition)} THEN ${print(ir.consequent)} ELSE ${print(ir.alternative)})`;
    case 'case': {
      const arms = ir.arms.map(({ condition, value }) => `${print(condition)} -> ${print(value)}`);
      if (ir.other !== undefined) arms.push(`OTHER -> ${print(ir.other)}`);
      return `(CASE ${arms.join(' [] ')})`;
    }
    case 'let':
    default:
      return `(LET ${ir.definitions.map((made) => printDefinition(made, variables)).join(' ')} IN ${print(ir.body)})`;
  }
}

/** `x.1`, so that two of one name are told apart. */
function printLocal({ name, id }: Local): string {
  return `${name}.${id}`;
}

/** `Name(p.1) == body` */
export function printDefinition(definition: IrDefinition, variables: readonly string[] = []): string {
  const { name, parameters, body } = definition;
  const head = parameters.length === 0 ? name : `${name}(${parameters.map(printLocal).join(', ')})`;
  return `${head} == ${printIr(body, variables)}`;
}

/** `x.1, y.2 \in S` */
export function printBound({ locals, tuple, set }: IrBound, variables: readonly string[] = []): string {
  const names = locals.map(printLocal).join(', ');
  return `${tuple ? `<<${names}>>` : names} \\in ${printIr(set, variables)}`;
}

export function printBounds(bounds: readonly IrBound[], variables: readonly string[] = []): string {
  return bounds.map((bound) => printBound(bound, variables)).join(', ');
}

function printBuiltin(
  name: string,
  operands: readonly string[],
  element: readonly Local[] | undefined,
): string {
  if (element !== undefined) {
    const last = operands.at(-1) ?? '';
    return `${name}(${[...operands.slice(0, -1), `LAMBDA ${element.map(printLocal).join(', ')} : ${last}`].join(', ')})`;
  }
  const [left, right] = operands;
  if (left === undefined) return name;
  if (/^\w+$/.test(name)) return `${name}(${operands.join(', ')})`;
  if (right === undefined) return name === '-.' ? `(-${left})` : `(${name}${left})`;
  return `(${left} ${name} ${right})`;
}
