import type { Json } from '@synod/tla';
import { readConstant } from './constant.js';
import { functionOf, toText } from './convert.js';
import { Absent, type Scope, type Template } from './filling.js';
import { compileFrom } from './from.js';
import { parsePath, valueAt, whyMissing } from './path.js';

const tags = ['#from', '#constant', '#set', '#contains', '#tup', '#map', '#bigint'] as const;

/**
 * Reads a template: JSON of the trace format, in which a string that is a path (`$.a.b`) or a name (`$<node>`) stands
 * for what the line has there, and `{"#from": …}` for something made of it.
 *
 * @param where it stands in the mapping, for messages
 * @throws what `scope.fail` throws
 */
export function compileTemplate(json: unknown, where: string, scope: Scope): Template {
  if (typeof json === 'string') return compileText(json, where, scope);
  if (typeof json === 'number' || typeof json === 'boolean') return () => json;
  if (Array.isArray(json)) {
    return arrayOf(json.map((element, index) => compileTemplate(element, `${where}[${index}]`, scope)));
  }
  if (typeof json !== 'object' || json === null) {
    return scope.fail(where, 'null stands for no value of TLA+: leave the field out.');
  }
  const object = json as { readonly [name: string]: unknown };
  const tag = Object.keys(object).find((name) => name.startsWith('#'));
  return tag === undefined ? compileObject(object, where, scope) : compileTagged(object, tag, where, scope);
}

function compileTagged(
  object: { readonly [name: string]: unknown },
  tag: string,
  where: string,
  scope: Scope,
): Template {
  const content = object[tag];
  if (tag === '#from') return compileFrom(object, where, scope, compileTemplate);
  const known = tags.find((candidate) => candidate === tag);
  if (known === undefined) return scope.fail(where, `${tag} is none of ${tags.join(', ')}.`);
  if (Object.keys(object).length > 1)
    return scope.fail(where, `an object with ${tag} must have nothing else.`);
  if (tag === '#constant' || tag === '#bigint') {
    const constant = readConstant(tag === '#constant' ? content : object, where, scope.fail);
    return () => constant;
  }
  if (!Array.isArray(content)) return scope.fail(where, `${tag} must have an array.`);
  const inner = content.map((element, index) => compileTemplate(element, `${where}.${tag}[${index}]`, scope));
  if (tag === '#tup') return arrayOf(inner);
  return (filling) => {
    const elements = present(inner.map((template) => template(filling)));
    return elements instanceof Absent ? elements : { [tag]: elements };
  };
}

/** A sequence, or nothing of it if an element is absent. */
function arrayOf(elements: readonly Template[]): Template {
  return (filling) => {
    const values: Json[] = [];
    for (const element of elements) {
      const value = element(filling);
      if (value instanceof Absent) return value;
      values.push(value);
    }
    return values;
  };
}

/** What is there of some values, if what is not there may be left out. */
function present(values: readonly (Json | Absent)[]): readonly Json[] | Absent {
  const result: Json[] = [];
  for (const value of values) {
    if (!(value instanceof Absent)) result.push(value);
    else if (!value.allowed) return value;
  }
  return result;
}

/** An object; one whose field names come from the line is a function. */
function compileObject(object: { readonly [name: string]: unknown }, where: string, scope: Scope): Template {
  const fields = Object.entries(object).map(
    ([name, value]) =>
      [compileText(name, where, scope), compileTemplate(value, `${where}.${name}`, scope)] as const,
  );
  return (filling) => {
    const pairs: (readonly [Json, Json])[] = [];
    for (const [name, field] of fields) {
      const argument = name(filling);
      const value = argument instanceof Absent ? argument : field(filling);
      if (!(value instanceof Absent) && !(argument instanceof Absent)) pairs.push([argument, value]);
      else if (value instanceof Absent && !value.allowed) return value;
    }
    return pairs.length === 0 ? {} : functionOf(pairs);
  };
}

/** What a path or a name looks like; anything else is text, with names in it perhaps. */
const reference = /^\$(?:$|[.[])/;
const elementReference = /^@(?:$|[.[])/;
const nameReference = /\$<(\w*)>/;

function compileText(text: string, where: string, scope: Scope): Template {
  if (reference.test(text) || (scope.inEach && elementReference.test(text)))
    return compilePath(text, where, scope);
  const parts = text.split(nameReference);
  if (parts.length === 1) return () => text;
  // Names are at odd places, the text around them at even ones.
  const names = parts.filter((_, index) => index % 2 === 1);
  const unknown = names.find((name) => !scope.names.has(name));
  if (unknown !== undefined) {
    const there = scope.names.size === 0 ? 'there is none' : `there are ${[...scope.names].join(', ')}`;
    const message = `$<${unknown}> is neither in "let" above it nor a group (?<${unknown}>…) of the rule: ${there}.`;
    return scope.fail(where, message);
  }
  const [only = ''] = names;
  if (text === `$<${only}>`) return (filling) => filling.name(only);
  return (filling) => {
    let result = '';
    for (const [index, part] of parts.entries()) {
      const value = index % 2 === 0 ? part : filling.name(part);
      if (value instanceof Absent) return value;
      const inner = toText(value);
      if (inner === undefined)
        return new Absent(`$<${part}> is no text that could stand in "${text}"`, false);
      result += inner;
    }
    return result;
  };
}

function compilePath(text: string, where: string, scope: Scope): Template {
  const path = parsePath(text);
  if (path === undefined) {
    const message = `${text} does not read as a path like $.a.b[0] or $["a.b"]: correct it, or write {"#constant": …} if it is text.`;
    return scope.fail(where, message);
  }
  return (filling) => {
    const root = path.root === '$' ? filling.line : filling.element;
    const found = valueAt(root, path);
    return found === undefined ? new Absent(whyMissing(root, path), false) : found;
  };
}
