import { InputError, type Json } from '@synod/tla';

/** As deep as what is observed may be nested: deeper, and it is likely to contain itself. */
const deepest = 500;

/**
 * A copy of what an adapter shows, so that nobody changes it later.
 *
 * @param field where it stands, for messages: `observe().votes`
 * @throws InputError for what JSON does not have, such as a Map, which would else look empty
 */
export function plainJson(value: unknown, field: string, depth = 0): Json {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return value;
  if (depth > deepest) throw bad(field, `is nested deeper than ${deepest} levels`);
  if (Array.isArray(value)) return value.map((element, i) => plainJson(element, `${field}[${i}]`, depth + 1));
  if (typeof value !== 'object')
    throw bad(field, `is ${typeof value === 'bigint' ? 'a' : ''} ${typeof value}`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw bad(field, `is a ${value.constructor.name}`);
  }
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    fields.map(([name, inner]) => [name, plainJson(inner, `${field}.${name}`, depth + 1)]),
  );
}

function bad(field: string, what: string): InputError {
  const message = `${field} ${what.replaceAll(/ +/g, ' ')}: the adapter must give JSON as traces have it (docs/trace-format.md), such as {"#set":[1,2]} for a set.`;
  return new InputError('observe', message);
}
