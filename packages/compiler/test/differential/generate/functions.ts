import { leaf, type Write } from './leaf.js';
import { boolean, fieldName, integer, type Type } from './type.js';
import { knowing, newName, type Writer } from './writer.js';

type Form = (writer: Writer, type: Type, of: Type, write: Write) => string;

const sequenceForms: readonly Form[] = [
  (writer, type, of, write) => `Append(${write(writer, type)}, ${write(writer, of)})`,
  (writer, type, _, write) => `(${write(writer, type)} \\o ${write(writer, type)})`,
  (writer, type, of, write) => {
    const name = newName(writer);
    const test = write(knowing(writer, { text: name, type: of }), boolean);
    return `SelectSeq(${write(writer, type)}, LAMBDA ${name} : ${test})`;
  },
  (writer, _, of, write) => {
    const name = newName(writer);
    const body = write(knowing(writer, { text: name, type: integer }), of);
    return `[${name} \\in 1..${writer.random.below(4)} |-> ${body}]`;
  },
  (writer, type, of, write) => {
    const changed = write(knowing(writer, { text: '@', type: of }), of);
    return `[${write(writer, type)} EXCEPT ![${1 + writer.random.below(3)}] = ${changed}]`;
  },
  (writer, type, _, write) => leaf(writer, type, write),
];

const unsafeSequenceForms: readonly Form[] = [
  ...sequenceForms,
  (writer, type, _, write) => `Tail(${write(writer, type)})`,
  (writer, type, _, write) =>
    `SubSeq(${write(writer, type)}, ${1 + writer.random.below(2)}, ${writer.random.below(4)})`,
];

export function sequences(writer: Writer, of: Type, write: Write): string {
  return writer.random.pick(writer.safe ? sequenceForms : unsafeSequenceForms)(
    writer,
    { kind: 'sequence', of },
    of,
    write,
  );
}

export function records(writer: Writer, type: Type & { readonly kind: 'record' }, write: Write): string {
  if (writer.random.below(2) === 0) return leaf(writer, type, write);
  const index = writer.random.below(type.fields.length);
  const of = type.fields[index] as Type;
  const changed = write(knowing(writer, { text: '@', type: of }), of);
  return `[${write(writer, type)} EXCEPT !.${fieldName(index)} = ${changed}]`;
}

type FunctionType = Type & { readonly kind: 'function' };

const functionForms: readonly ((writer: Writer, type: FunctionType, write: Write) => string)[] = [
  (writer, type, write) => {
    const name = newName(writer);
    const body = write(knowing(writer, { text: name, type: type.from }), type.to);
    return `[${name} \\in ${write(writer, { kind: 'set', of: type.from })} |-> ${body}]`;
  },
  (writer, type, write) => `(${write(writer, type)} @@ ${write(writer, type)})`,
  (writer, type, write) => {
    const changed = write(knowing(writer, { text: '@', type: type.to }), type.to);
    return `[${write(writer, type)} EXCEPT ![${write(writer, type.from)}] = ${changed}]`;
  },
  (writer, type, write) => leaf(writer, type, write),
];

export function functions(writer: Writer, type: FunctionType, write: Write): string {
  return writer.random.pick(functionForms)(writer, type, write);
}
