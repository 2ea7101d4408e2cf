import type { Json } from '@synod/tla';
import { didYouMean } from '../../nearest.js';
import { fieldStep, shown } from '../read/fields.js';
import { readConstant } from './constant.js';
import { conversions, convert, notText, toText, Unfit } from './convert.js';
import { Absent, type Filling, type Scope, type Template, type ValueTable } from './filling.js';
import type { Refuse } from './mapping-place.js';
import { longestText, readRegex } from './regex.js';

/** What may stand beside `#from`, in the order in which it is done; the last two say what is done if there is nothing. */
export const steps = ['match', 'each', 'map', 'as', 'else', 'optional'] as const;

type Step = (json: Json, filling: Filling) => Json | Absent;
type Compile = (json: unknown, where: string, scope: Scope) => Template;

/**
 * Reads `{"#from": …}`: a value of a line, and what becomes of it.
 *
 * @throws what `scope.fail` throws
 */
export function compileFrom(
  from: { readonly [name: string]: unknown },
  where: string,
  scope: Scope,
  compile: Compile,
): Template {
  const unknown = Object.keys(from).find((name) => name !== '#from' && !steps.some((step) => step === name));
  if (unknown !== undefined) {
    const message = `${JSON.stringify(unknown)} is not known beside #from${didYouMean(unknown, steps)}: ${steps.join(', ')} are.`;
    return scope.fail(where, message);
  }
  const part = <T>(name: string, read: (json: unknown, where: string, scope: Scope) => T): T | undefined =>
    from[name] === undefined ? undefined : read(from[name], `${where}.${name}`, scope);
  const source = compile(from['#from'], `${where}.#from`, scope);
  const taken = [
    part('match', matchStep),
    part('each', (json, at) => eachStep(compile(json, at, { ...scope, inEach: true }))),
    part('map', mapStep),
  ].filter((step) => step !== undefined);
  const as = part('as', asStep);
  const otherwise = part('else', compile);
  const optional = part('optional', flag) === true;
  if (optional && otherwise !== undefined)
    return scope.fail(where, '"else" and "optional" exclude each other.');
  return (filling) => {
    let value = source(filling);
    for (const step of taken) if (!(value instanceof Absent)) value = step(value, filling);
    if (!(value instanceof Absent)) return as === undefined ? value : as(value, filling);
    if (otherwise !== undefined) return otherwise(filling);
    return optional ? new Absent(value.reason, true) : value;
  };
}

function matchStep(json: unknown, where: string, scope: Scope): Step {
  if (typeof json !== 'string')
    return scope.fail(where, `it must be a regular expression, and is ${shown(json)}.`);
  const regex = readRegex(json);
  if (typeof regex === 'string') return scope.fail(where, `this regular expression does not read: ${regex}.`);
  return (value) => {
    const text = toText(value);
    if (text === undefined)
      return new Absent(`${shown(value)} ${notText(value)}, and cannot be matched`, false);
    if (text.length > longestText)
      return new Absent(`no expression is run on a text of more than ${longestText} characters`, false);
    const found = regex.expression.exec(text);
    if (found === null) return new Absent(`${shown(value)} does not match ${json}`, false);
    // What the first group has found; without groups, all that was found.
    return (
      (found.length > 1 ? found[1] : found[0]) ??
      new Absent(`${shown(value)} leaves the group of ${json} empty`, false)
    );
  };
}

function eachStep(element: Template): Step {
  return (value, filling) => {
    if (typeof value !== 'object' || value === null) {
      return new Absent(`${shown(value)} has no elements for "each"`, false);
    }
    // The elements of an object are its fields: [name, value].
    const elements: readonly Json[] = Array.isArray(value)
      ? (value as readonly Json[])
      : Object.entries(value);
    const result: Json[] = [];
    for (const one of elements) {
      const made = element({ ...filling, element: one });
      if (!(made instanceof Absent)) result.push(made);
      else if (!made.allowed) return made;
    }
    return result;
  };
}

function mapStep(json: unknown, where: string, scope: Scope): Step {
  const table = typeof json === 'string' ? scope.tables.get(json) : readTable(json, where, scope.fail);
  if (table === undefined) {
    const advice = didYouMean(json as string, [...scope.tables.keys()]);
    return scope.fail(where, `there is no ${shown(json)} in "tables"${advice}.`);
  }
  return (value) => {
    const text = value === null ? 'null' : toText(value);
    if (text === undefined) {
      return new Absent(
        `${shown(value)} ${notText(value)}, and cannot be mapped: for elements, use "each"`,
        false,
      );
    }
    const known = [...table.keys()].slice(0, 12).join(', ');
    return table.get(text) ?? new Absent(`${shown(value)} is not among what is mapped (${known})`, false);
  };
}

/**
 * Reads a table of new values by the texts of old ones.
 *
 * @throws what `fail` throws
 */
export function readTable(json: unknown, where: string, fail: Refuse): ValueTable {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return fail(where, `a table is an object from old values to new ones, and this is ${shown(json)}.`);
  }
  const entries = Object.entries(json as { readonly [name: string]: unknown });
  return new Map(entries.map(([old, value]) => [old, readConstant(value, fieldStep(where, old), fail)]));
}

function asStep(json: unknown, where: string, scope: Scope): Step {
  const as = conversions.find((name) => name === json);
  if (as === undefined) {
    return scope.fail(where, `${shown(json)} is none of ${conversions.join(', ')}.`);
  }
  return (value) => {
    const made = convert(value, as);
    return made instanceof Unfit ? new Absent(made.reason, false) : made;
  };
}

function flag(json: unknown, where: string, scope: Scope): true {
  return json === true ? true : scope.fail(where, `it must be true, and is ${shown(json)}.`);
}
