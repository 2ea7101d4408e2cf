import { ScheduleError } from '../errors.js';

/** What an object of a schedule says, field by field. Every field must be asked for: `end` refuses the others. */
export interface Fields {
  text(name: string): string;
  /** A whole number from `least` up. */
  whole(name: string, least: number): number;
  /** A number from 0 up. */
  amount(name: string): number;
  oneOf<T extends string>(name: string, among: readonly T[]): T;
  texts(name: string): readonly string[];
  object(name: string): Fields;
  list<T>(name: string, each: (value: unknown, where: string) => T): readonly T[];
  has(name: string): boolean;
  value(name: string): unknown;
  names(): readonly string[];
  /** Refuses fields that nobody asked for. */
  end(): void;
}

/** @param where what it is called in messages, with a dot after it, or nothing */
export function fieldsOf(value: unknown, line: number, where = ''): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const what = where === '' ? 'a line' : where.slice(0, -1);
    throw new ScheduleError('field', `${what} must be an object {"…": …}.`, line);
  }
  const all = new Map<string, unknown>(Object.entries(value));
  const asked = new Set<string>();
  const get = (name: string): unknown => {
    asked.add(name);
    return all.get(name);
  };
  const wrong = (name: string, expected: string): ScheduleError =>
    new ScheduleError('field', `${where}${name} must be ${expected}, and ${shown(all.get(name))}.`, line);
  const fields: Fields = {
    has: (name) => all.has(name),
    value: get,
    names: () => [...all.keys()],
    text(name) {
      const found = get(name);
      if (typeof found !== 'string') throw wrong(name, 'a text');
      return found;
    },
    whole(name, least) {
      const found = get(name);
      if (!Number.isSafeInteger(found) || (found as number) < least) {
        throw wrong(name, `a whole number from ${least} up`);
      }
      return found as number;
    },
    amount(name) {
      const found = get(name);
      if (typeof found !== 'number' || !(found >= 0)) throw wrong(name, 'a number from 0 up');
      return found;
    },
    oneOf(name, among) {
      const found = among.find((one) => one === get(name));
      if (found === undefined) throw wrong(name, `one of ${among.join(', ')}`);
      return found;
    },
    texts: (name) => fields.list(name, (one, at) => textOf(one, at, line)),
    object: (name) => fieldsOf(get(name), line, `${where}${name}.`),
    list(name, each) {
      const found = get(name);
      if (!Array.isArray(found)) throw wrong(name, 'a list');
      return found.map((one, at) => each(one, `${where}${name}[${at}]`));
    },
    end() {
      const unknown = [...all.keys()].find((name) => !asked.has(name));
      if (unknown === undefined) return;
      throw new ScheduleError('field', `${where}${unknown} is no field that is known here.`, line);
    },
  };
  return fields;
}

export function textOf(value: unknown, where: string, line: number): string {
  if (typeof value === 'string') return value;
  throw new ScheduleError('field', `${where} must be a text, and ${shown(value)}.`, line);
}

function shown(value: unknown): string {
  if (value === undefined) return 'is missing';
  const text = JSON.stringify(value);
  return `is ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`;
}
