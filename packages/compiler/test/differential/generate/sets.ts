import { leaf, type Write } from './leaf.js';
import { boolean, integer, type Type } from './type.js';
import { knowing, newName, simple, someType, type Writer } from './writer.js';

type Form = (writer: Writer, of: Type, write: Write) => string;

const combined =
  (operator: string): Form =>
  (writer, of, write) =>
    `(${write(writer, { kind: 'set', of })} ${operator} ${write(writer, { kind: 'set', of })})`;

const forms: readonly Form[] = [
  combined('\\union'),
  combined('\\cap'),
  combined('\\'),
  (writer, of, write) => leaf(writer, { kind: 'set', of }, write),
  (writer, of, write) => `{${write(writer, of)}, ${write(writer, of)}}`,
  (writer, of, write) => {
    const name = newName(writer);
    const test = write(knowing(writer, { text: name, type: of }), boolean);
    return `{${name} \\in ${write(writer, { kind: 'set', of })} : ${test}}`;
  },
  (writer, of, write) => {
    const [name, type] = [newName(writer), someType(writer)];
    const body = write(knowing(writer, { text: name, type }), of);
    return `{${body} : ${name} \\in ${write(writer, { kind: 'set', of: type })}}`;
  },
  (writer, of, write) => {
    const [a, b] = [newName(writer), newName(writer)];
    const body = write(knowing(writer, { text: a, type: integer }, { text: b, type: of }), of);
    return `{${body} : ${a} \\in ${write(writer, { kind: 'set', of: integer })}, ${b} \\in ${write(writer, { kind: 'set', of })}}`;
  },
  (writer, of, write) =>
    `(UNION {${write(writer, { kind: 'set', of })}, ${write(writer, { kind: 'set', of })}})`,
  (writer, of, write) => `Range(${write(writer, { kind: 'sequence', of })})`,
];

export function sets(writer: Writer, of: Type, write: Write): string {
  const special = ofElements(writer, of, write);
  return special === undefined || writer.random.below(3) > 0
    ? writer.random.pick(forms)(writer, of, write)
    : special;
}

/** The forms that sets of that kind of elements have. What is exponential is made of small things. */
function ofElements(writer: Writer, of: Type, write: Write): string | undefined {
  const small = (type: Type): string => write(simple(writer), { kind: 'set', of: type });
  const set = (type: Type): string => write(writer, { kind: 'set', of: type });
  switch (of.kind) {
    case 'integer':
      return writer.random.pick([
        () => `(${writer.random.below(3) - 1}..${writer.random.below(5)})`,
        () => `(DOMAIN ${write(writer, { kind: 'sequence', of: someType(writer) })})`,
      ])();
    case 'boolean':
      return 'BOOLEAN';
    case 'set':
      // Not of {}, of which TLC 2.18 forgets the one subset where several names are bound.
      return `(SUBSET ({${leaf(simple(writer), of.of, write)}} \\union ${small(of.of)}))`;
    case 'pair':
      return `(${set(of.left)} \\X ${set(of.right)})`;
    case 'record':
      return `[${of.fields.map((field, index) => `f${index + 1} : ${small(field)}`).join(', ')}]`;
    case 'function':
      return `[${small(of.from)} -> ${small(of.to)}]`;
    case 'string':
    case 'model value':
    case 'sequence':
    default:
      return undefined;
  }
}
