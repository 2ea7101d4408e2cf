import type { Write } from './leaf.js';
import { boolean, integer, type Type } from './type.js';
import { knowing, newName, someType, type Writer } from './writer.js';

/** Forms of every type: IF, CASE, LET, CHOOSE, an element of a tuple, operators with arguments. */
export function general(writer: Writer, type: Type, write: Write): string {
  return writer.random.pick(writer.safe ? safeForms : [...safeForms, choice, part])(writer, type, write);
}

const safeForms = [conditional, cases, local, localOperator, applied, higherOrder, recursiveLocal];

function conditional(writer: Writer, type: Type, write: Write): string {
  return `(IF ${write(writer, boolean)} THEN ${write(writer, type)} ELSE ${write(writer, type)})`;
}

function cases(writer: Writer, type: Type, write: Write): string {
  const arm = (): string => `${write(writer, boolean)} -> ${write(writer, type)}`;
  const other = !writer.safe && writer.random.below(4) === 0 ? '' : ` [] OTHER -> ${write(writer, type)}`;
  return `(CASE ${arm()} [] ${arm()}${other})`;
}

function local(writer: Writer, type: Type, write: Write): string {
  const name = newName(writer, 'd');
  const of = someType(writer);
  const body = write(knowing(writer, { text: name, type: of }), type);
  return `(LET ${name} == ${write(writer, of)} IN ${body})`;
}

function localOperator(writer: Writer, type: Type, write: Write): string {
  const [name, parameter] = [newName(writer, 'op'), newName(writer)];
  const of = someType(writer);
  const body = write(knowing(writer, { text: parameter, type: of }), type);
  const use = { text: `${name}(${write(writer, of)})`, type };
  return `(LET ${name}(${parameter}) == ${body} IN ${write(knowing(writer, use), type)})`;
}

function recursiveLocal(writer: Writer, type: Type, write: Write): string {
  const [name, parameter] = [newName(writer, 'rec'), newName(writer)];
  const inner = knowing(
    writer,
    { text: parameter, type: integer },
    { text: `${name}(${parameter} - 1)`, type },
  );
  const step = write(inner, type);
  const count = writer.random.below(3);
  return `(LET RECURSIVE ${name}(_) ${name}(${parameter}) == IF ${parameter} <= 0 THEN ${write(writer, type)} ELSE ${step} IN ${name}(${count}))`;
}

function choice(writer: Writer, type: Type, write: Write): string {
  const name = newName(writer);
  const set = write(writer, { kind: 'set', of: type });
  const test = writer.random.below(3) === 0 ? 'TRUE' : write(knowing(writer, { text: name, type }), boolean);
  return `(CHOOSE ${name} \\in ${set} : ${test})`;
}

/** A component of something that has one of this type. */
function part(writer: Writer, type: Type, write: Write): string {
  const { random } = writer;
  switch (random.below(4)) {
    case 0:
      return `${write(writer, { kind: 'pair', left: type, right: someType(writer) })}[1]`;
    case 1:
      return `${write(writer, { kind: 'record', fields: [someType(writer), type] })}.f2`;
    case 2:
      return `Head(${write(writer, { kind: 'sequence', of: type })})`;
    default: {
      const from = random.pick([integer, boolean, integer] as const);
      return `${write(writer, { kind: 'function', from, to: type })}[${write(writer, from)}]`;
    }
  }
}

function applied(writer: Writer, type: Type, write: Write): string {
  return writer.random.pick([
    () => `Second(${write(writer, someType(writer))}, ${write(writer, type)})`,
    () => `If(${write(writer, boolean)}, ${write(writer, type)}, ${write(writer, type)})`,
  ])();
}

function higherOrder(writer: Writer, type: Type, write: Write): string {
  const name = newName(writer);
  const body = write(knowing(writer, { text: name, type }), type);
  return `Apply(LAMBDA ${name} : ${body}, ${write(writer, type)})`;
}
