import { isTuple, nameOf, quote, TlaFunction, TlaSet, type TlaValue } from '@synod/tla';
import type { Library } from './library.js';

/** What model values are called in a generated module. */
export type ModelValueNames = ReadonlyMap<string, string>;

/** Characters that no text of TLA+ can have in a string. */
// oxlint-disable-next-line no-control-regex
const unsayable = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/;

/**
 * The value as an expression. A string that is the name of a model value stands for that model value: what is loosened can
 * say either, and mostly means this.
 *
 * @returns undefined for what TLC has no value for: an integer of more than 32 bits, a control character in a string
 */
export function valueText(value: TlaValue, names: ModelValueNames, library: Library): string | undefined {
  const all = (values: readonly TlaValue[]): readonly string[] | undefined => {
    const texts = values.map((inner) => valueText(inner, names, library));
    return texts.includes(undefined) ? undefined : (texts as readonly string[]);
  };
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (typeof value === 'bigint') return undefined;
  if (typeof value === 'number') return isInteger32(value) ? library.integer(value) : undefined;
  if (typeof value === 'string') return names.get(value) ?? stringText(value);
  if (typeof value === 'symbol') return names.get(nameOf(value));
  if (value instanceof TlaSet) {
    const elements = all(value.elements);
    return elements && `{${elements.join(', ')}}`;
  }
  if (isTuple(value)) {
    const elements = all(value);
    return elements && `<<${elements.join(', ')}>>`;
  }
  const { domain, values } = entriesOf(value);
  if (domain.length === 0) return '<<>>';
  const fields = domain.filter((name) => typeof name === 'string').filter(isField);
  if (fields.length === domain.length && !fields.some((field) => names.has(field))) {
    const texts = all(values);
    return texts && `[${fields.map((field, i) => `${field} |-> ${texts[i]}`).join(', ')}]`;
  }
  const [args, results] = [all(domain), all(values)];
  return args && results && library.mapping(args.map((argument, i) => [argument, results[i] as string]));
}

/** Whether a name can certainly stand before `|->`; reserved words are in capitals. */
function isField(name: string): boolean {
  return /^\w*[a-z]\w*$/.test(name) && !/^(\d|[WS]F_)/.test(name);
}

/** A string as TLA+ writes it, if it can. */
export function stringText(text: string): string | undefined {
  return unsayable.test(text) ? undefined : quote(text);
}

/** Whether a string in a value may as well be a model value. */
export function namesModelValue(value: TlaValue, names: ModelValueNames): boolean {
  if (typeof value === 'string') return names.has(value);
  if (typeof value !== 'object') return false;
  if (value instanceof TlaSet) return value.elements.some((element) => namesModelValue(element, names));
  const { domain, values } = entriesOf(value);
  return [...domain, ...values].some((inner) => namesModelValue(inner, names));
}

function isInteger32(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;
}

/** The arguments and values of a function, a record or a tuple, in the order of the arguments' keys. */
export function entriesOf(value: Exclude<TlaValue, number | bigint | boolean | string | symbol>): {
  readonly domain: readonly TlaValue[];
  readonly values: readonly TlaValue[];
} {
  if (value instanceof TlaFunction) return value;
  if (isTuple(value)) return { domain: value.map((_, i) => i + 1), values: value };
  const entries = Object.entries(value as { readonly [field: string]: TlaValue });
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return { domain: entries.map(([field]) => field), values: entries.map(([, inner]) => inner) };
}
