import type { Json } from '@synod/tla';

/** A JSON Schema, or a part of one. */
export type Schema = { readonly [keyword: string]: Json };

type Check = (
  json: unknown,
  given: Json,
  fits: (json: unknown, schema: Json) => boolean,
  schema: Schema,
) => boolean;

const isObject = (json: unknown): json is Schema =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
const isFieldOf = (name: string, of: Json | undefined): boolean => isObject(of) && Object.hasOwn(of, name);
const all = (json: unknown): readonly Json[] => json as readonly Json[];

const types: { readonly [type: string]: (json: unknown) => boolean } = {
  object: isObject,
  array: Array.isArray,
  string: (json) => typeof json === 'string',
  boolean: (json) => typeof json === 'boolean',
  number: (json) => typeof json === 'number' && Number.isFinite(json),
  integer: (json) => Number.isInteger(json),
};

/** What the keywords ask, of JSON of the kind that they are about. */
const checks: { readonly [keyword: string]: Check } = {
  type: (json, type) => types[type as string]?.(json) ?? false,
  const: (json, value) => json === value,
  enum: (json, values) => all(values).includes(json as Json),
  anyOf: (json, schemas, fits) => all(schemas).some((schema) => fits(json, schema)),
  required: (json, names) =>
    !isObject(json) || all(names).every((name) => Object.hasOwn(json, name as string)),
  properties: (json, schemas, fits) =>
    !isObject(json) ||
    Object.entries(schemas as Schema).every(
      ([name, schema]) => !Object.hasOwn(json, name) || fits(json[name], schema),
    ),
  additionalProperties: (json, schema, fits, { properties }) =>
    !isObject(json) ||
    Object.keys(json).every((name) => isFieldOf(name, properties) || fits(json[name], schema)),
  propertyNames: (json, schema, fits) =>
    !isObject(json) || Object.keys(json).every((name) => fits(name, schema)),
  dependentRequired: (json, given) =>
    !isObject(json) ||
    Object.entries(given as Schema).every(
      ([name, names]) =>
        !Object.hasOwn(json, name) || all(names).every((other) => Object.hasOwn(json, other as string)),
    ),
  minProperties: (json, least) => !isObject(json) || Object.keys(json).length >= Number(least),
  items: (json, schema, fits, { prefixItems = [] }) =>
    !Array.isArray(json) || json.slice(all(prefixItems).length).every((element) => fits(element, schema)),
  prefixItems: (json, schemas, fits) =>
    !Array.isArray(json) || all(schemas).every((schema, i) => i >= json.length || fits(json[i], schema)),
  minItems: (json, least) => !Array.isArray(json) || json.length >= Number(least),
  maxItems: (json, most) => !Array.isArray(json) || json.length <= Number(most),
  minimum: (json, least) => typeof json !== 'number' || json >= Number(least),
  maximum: (json, most) => typeof json !== 'number' || json <= Number(most),
  minLength: (json, least) => typeof json !== 'string' || json.length >= Number(least),
  pattern: (json, pattern) => typeof json !== 'string' || new RegExp(pattern as string, 'u').test(json),
};

/** Keywords that ask nothing. */
const remarks = new Set(['$schema', '$defs', 'title', 'description']);

/**
 * A validator of JSON Schema that knows nothing of where a schema comes from: what its keywords mean is said here anew.
 *
 * @throws Error for a keyword that it does not know
 */
export function validator(root: Schema): (json: unknown, schema?: Json) => boolean {
  const fits = (json: unknown, schema: Json): boolean => {
    if (typeof schema === 'boolean') return schema;
    return Object.entries(schema as Schema).every(([keyword, given]) => {
      if (remarks.has(keyword)) return true;
      if (keyword === '$ref') return fits(json, definition(given as string));
      const check = checks[keyword];
      if (check === undefined) throw new Error(`the keyword ${keyword} is not known here`);
      return check(json, given, fits, schema as Schema);
    });
  };
  const definition = (ref: string): Json => {
    const found = (root['$defs'] as Schema)[ref.replace('#/$defs/', '')];
    if (found === undefined) throw new Error(`there is no ${ref}`);
    return found;
  };
  return (json, schema = root) => fits(json, schema);
}
