import type { Json } from '@synod/tla';
import { shown } from '../read/fields.js';

/** What a value of a log can be made into. */
export const conversions = [
  'int',
  'string',
  'boolean',
  'set',
  'contains',
  'function',
  'microseconds',
] as const;

/** See {@link conversions}. */
export type Conversion = (typeof conversions)[number];

/** A value that cannot be made into what is asked for: why. */
export class Unfit {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Makes a value into what is asked for. */
export function convert(json: Json, as: Conversion): Json | Unfit {
  switch (as) {
    case 'int':
      return toInt(json);
    case 'string':
      return toText(json) ?? new Unfit(`${shown(json)} ${notText(json)}`);
    case 'boolean':
      if (json === true || json === 'true') return true;
      return json === false || json === 'false'
        ? false
        : new Unfit(`${shown(json)} is neither true nor false`);
    case 'set':
      return isArray(json)
        ? { '#set': json }
        : new Unfit(`a set is made of an array, and this is ${shown(json)}`);
    case 'contains':
      return isArray(json)
        ? { '#contains': json }
        : new Unfit(`"contains" is made of an array, and this is ${shown(json)}`);
    case 'function':
      return isArray(json) && json.every(isPair)
        ? functionOf(json)
        : new Unfit('a function is made of an array of pairs [argument, value]: make them with "each"');
    case 'microseconds':
      return toMicroseconds(json);
  }
}

/** The text of a string, a number or a truth value; nothing for others, and for numbers that JSON has rounded. */
export function toText(json: Json): string | undefined {
  if (typeof json === 'number' && Number.isInteger(json) && !Number.isSafeInteger(json)) return undefined;
  return typeof json === 'object' ? undefined : String(json);
}

/** Why a value has no text of its own. */
export function notText(json: Json): string {
  return typeof json === 'number'
    ? 'is beyond 2^53, where JSON rounds: the log has to write it as a string'
    : 'is no string or number';
}

function toInt(json: Json): Json | Unfit {
  if (typeof json === 'number' && Number.isSafeInteger(json)) return json;
  if (typeof json !== 'string' || !/^[+-]?\d{1,1000}$/.test(json))
    return new Unfit(`${shown(json)} is no integer`);
  const number = Number(json);
  return Number.isSafeInteger(number) ? number : { '#bigint': String(BigInt(json.replace(/^\+/, ''))) };
}

/** A function from pairs: an object where all arguments are texts. */
export function functionOf(pairs: readonly (readonly [Json, Json])[]): Json {
  const named = pairs.every(([argument]) => typeof argument === 'string' && !argument.startsWith('#'));
  if (!named || pairs.length === 0) return { '#map': pairs };
  return new Set(pairs.map(([argument]) => argument)).size < pairs.length
    ? { '#map': pairs }
    : (Object.fromEntries(pairs) as Json);
}

const time = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,12}))?(Z|[+-]\d\d:?\d\d)$/;

/** A time with its zone, as microseconds since 1970: what is finer is cut off, which leaves no order of times wrong. */
function toMicroseconds(json: Json): Json | Unfit {
  const unfit = new Unfit(`${shown(json)} is no time like "2024-05-01T12:00:00.123456Z"`);
  const parts = typeof json === 'string' ? time.exec(json) : null;
  if (parts === null) return unfit;
  const [, date = '', clock = '', fraction = '', zone = ''] = parts;
  const offset = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const milliseconds = Date.parse(`${date}T${clock}${offset}`);
  return Number.isNaN(milliseconds)
    ? unfit
    : milliseconds * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function isPair(json: Json): json is readonly [Json, Json] {
  return Array.isArray(json) && json.length === 2;
}
