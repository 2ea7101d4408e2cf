import { leaf, type Write } from './leaf.js';
import { boolean, integer, modelValue, string, type Type } from './type.js';
import { knowing, newName, oneIn, simple, someType, type Writer } from './writer.js';

type Form = (writer: Writer, write: Write) => string;

const binary =
  (operator: string, type: Type): Form =>
  (writer, write) =>
    `(${write(writer, type)} ${operator} ${write(writer, type)})`;

const integerForms: readonly Form[] = [
  ...['+', '-', '*', '+', '-'].map((operator) => binary(operator, integer)),
  ...['\\div', '%'].map((operator): Form => {
    return (writer, write) =>
      `(${write(writer, integer)} ${operator} ${!writer.safe && oneIn(writer, 6) ? write(writer, integer) : 2 + writer.random.below(3)})`;
  }),
  (writer, write) => `(${write(writer, integer)} ^ ${(writer.safe ? 1 : 0) + writer.random.below(3)})`,
  (writer, write) => `(-${write(writer, integer)})`,
  (writer, write) => `Cardinality(${write(writer, { kind: 'set', of: someType(writer) })})`,
  (writer, write) => `Len(${write(writer, { kind: 'sequence', of: someType(writer) })})`,
  (writer, write) => `Sum(${write(writer, { kind: 'set', of: integer })})`,
];

const unsafeIntegerForms: readonly Form[] = [
  ...integerForms,
  (writer, write) => `Max(${write(writer, { kind: 'set', of: integer })})`,
  (writer, write) => `Factorial[${write(simple(writer), integer)}]`,
];

export function integers(writer: Writer, write: Write): string {
  return writer.random.pick(writer.safe ? integerForms : unsafeIntegerForms)(writer, write);
}

const comparison: Form = (writer, write) => {
  const type = someType(writer);
  return `(${write(writer, type)} ${writer.random.pick(['=', '#', '=', '/='])} ${write(writer, type)})`;
};

const membership: Form = (writer, write) => {
  const type = someType(writer);
  const set = oneIn(writer, 3) ? lazySet(writer, type, write) : write(writer, { kind: 'set', of: type });
  return `(${write(writer, type)} ${writer.random.pick(['\\in', '\\notin', '\\in'])} ${set})`;
};

/** A set that only its membership is asked of. */
function lazySet(writer: Writer, type: Type, write: Write): string {
  const of = (inner: Type): string => lazySet(writer, inner, write);
  switch (type.kind) {
    case 'integer':
      return writer.random.pick([
        'Nat',
        'Int',
        '(0..100000)',
        '(Nat \\union {-1})',
        '(Int \\ {2})',
        '{n \\in Nat : n < 5}',
      ]);
    case 'boolean':
      return 'BOOLEAN';
    case 'string':
      return 'STRING';
    case 'model value':
      return '{m1, m2}';
    case 'set':
      return `SUBSET ${of(type.of)}`;
    case 'sequence':
      return `Seq(${of(type.of)})`;
    case 'pair':
      return `(${of(type.left)} \\X ${of(type.right)})`;
    case 'record':
      return `[${type.fields.map((field, index) => `f${index + 1} : ${of(field)}`).join(', ')}]`;
    case 'function':
      return `[${write(simple(writer), { kind: 'set', of: type.from })} -> ${of(type.to)}]`;
  }
}

const quantified: Form = (writer, write) => {
  const quantifier = writer.random.pick(['\\A', '\\E']);
  const [type, other] = [someType(writer), someType(writer)];
  const [a, b] = [newName(writer), newName(writer)];
  const set = (of: Type): string => write(writer, { kind: 'set', of });
  const both = knowing(writer, { text: a, type }, { text: b, type: other });
  switch (writer.random.below(4)) {
    case 0:
      return `(${quantifier} ${a} \\in ${set(type)}, ${b} \\in ${set(other)} : ${write(both, boolean)})`;
    case 1:
      return `(${quantifier} <<${a}, ${b}>> \\in ${set({ kind: 'pair', left: type, right: other })} : ${write(both, boolean)})`;
    case 2: {
      const same = knowing(writer, { text: a, type }, { text: b, type });
      return `(${quantifier} ${a}, ${b} \\in ${set(type)} : ${write(same, boolean)})`;
    }
    default:
      return `(${quantifier} ${a} \\in ${set(type)} : ${write(knowing(writer, { text: a, type }), boolean)})`;
  }
};

const booleanForms: readonly Form[] = [
  ...['/\\', '\\/', '=>', '<=>', '/\\', '\\/'].map((operator) => binary(operator, boolean)),
  ...['<', '>', '<=', '>=', '\\leq'].map((operator) => binary(operator, integer)),
  (writer, write) => `(~${write(writer, boolean)})`,
  comparison,
  comparison,
  comparison,
  membership,
  membership,
  membership,
  quantified,
  quantified,
  quantified,
  (writer, write) => {
    const type: Type = { kind: 'set', of: someType(writer) };
    return `(${write(writer, type)} \\subseteq ${write(writer, type)})`;
  },
  (writer, write) => `IsFiniteSet(${write(writer, { kind: 'set', of: someType(writer) })})`,
  (writer, write) =>
    `(/\\ ${write(writer, boolean)} /\\ (\\/ ${write(writer, boolean)} \\/ ${write(writer, boolean)}))`,
];

export function booleans(writer: Writer, write: Write): string {
  return writer.random.pick(booleanForms)(writer, write);
}

export function strings(writer: Writer, write: Write): string {
  return !writer.safe && oneIn(writer, 3)
    ? `Pick(${write(writer, { kind: 'set', of: string })})`
    : leaf(writer, string, write);
}

export function modelValues(writer: Writer, write: Write): string {
  return !writer.safe && oneIn(writer, 3)
    ? `Pick(${write(writer, { kind: 'set', of: modelValue })})`
    : leaf(writer, modelValue, write);
}

export function pairs(writer: Writer, type: Type & { readonly kind: 'pair' }, write: Write): string {
  const plain = leaf(writer, type, write);
  return oneIn(writer, 3) ? `[${plain} EXCEPT ![${1 + writer.random.below(2)}] = @]` : plain;
}
