import { expression } from './expression.js';
import { leaf } from './leaf.js';
import { integer, modelValue, scalars, string, type Type } from './type.js';
import { type Known, knowing, newName, oneIn, type Writer } from './writer.js';

/** Constants and definitions that the cfg file says something of. */
export interface Configured {
  readonly units: readonly string[];
  readonly cfg: readonly string[];
  /** The names, for expressions to use. */
  readonly known: readonly Known[];
}

const none: Configured = { units: [], cfg: [], known: [] };

/** Some of: a constant with a value, with a definition; an operator; definitions that another, or a value, takes the place of. */
export function configured(writer: Writer, number: number): Configured {
  const found = forms.flatMap((form) => (oneIn(writer, 4) ? [form(writer, number)] : []));
  return found.reduce(
    (all, one) => ({
      units: [...all.units, ...one.units],
      cfg: [...all.cfg, ...one.cfg],
      known: [...all.known, ...one.known],
    }),
    none,
  );
}

const forms: readonly ((writer: Writer, number: number) => Configured)[] = [
  (writer, number) => {
    const [value, type] = writer.random.pick(written);
    const name = `C_${number}`;
    return {
      units: [`CONSTANT ${name}`],
      cfg: [`CONSTANT ${name} = ${value}`],
      known: [{ text: name, type }],
    };
  },
  (writer, number) => {
    const [name, instead, type] = [`D_${number}`, `DInstead_${number}`, writer.random.pick(scalars)];
    return {
      units: [`CONSTANT ${name}`, `${instead} == ${constant(writer, type)}`],
      cfg: [`CONSTANT ${name} <- ${instead}`],
      known: [{ text: name, type }],
    };
  },
  (writer, number) => operator(writer, { name: `F_${number}`, isConstant: true }),
  (writer, number) => operator(writer, { name: `G_${number}`, isConstant: false }),
  (writer, number) => {
    const [value, type] = writer.random.pick(written);
    const name = `E_${number}`;
    return {
      units: [`${name} == ${leaf({ ...writer, depth: 0 }, type, expression)}`],
      cfg: [`CONSTANT ${name} = ${value}`],
      known: [{ text: name, type }],
    };
  },
];

/** What a cfg file can write, and of what type it is. */
const written: readonly (readonly [string, Type])[] = [
  ['2', integer],
  ['5', integer],
  ['"s2"', string],
  ['m2', modelValue],
  ['{m1, m3}', { kind: 'set', of: modelValue }],
  ['{1, 3}', { kind: 'set', of: integer }],
];

/** An operator of one parameter: a constant, or a definition that another takes the place of. */
function operator(
  writer: Writer,
  { name, isConstant }: { readonly name: string; readonly isConstant: boolean },
): Configured {
  const [from, to] = [writer.random.pick(scalars), writer.random.pick(scalars)];
  const parameter = newName(writer);
  const body = (): string => constant(knowing(writer, { text: parameter, type: from }), to);
  const [instead, argument] = [name.replace('_', 'Instead_'), constant(writer, from)];
  return {
    units: [
      isConstant ? `CONSTANT ${name}(_)` : `${name}(${parameter}) == ${body()}`,
      `${instead}(${parameter}) == ${body()}`,
    ],
    cfg: [`CONSTANT ${name} <- ${instead}`],
    known: [{ text: `${name}(${argument})`, type: to }],
  };
}

function constant(writer: Writer, type: Type): string {
  return expression({ ...writer, depth: 1 }, type);
}
