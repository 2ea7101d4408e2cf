import type { Json } from '@synod/tla';
import { shown } from '../read/fields.js';

/** Where in a line of a log something stands: `$.event.conf[0]`, `$["field.with.dots"].a`. */
export interface FieldPath {
  readonly text: string;
  /** `$`: of the line; `@`: of the element that is looked at. */
  readonly root: '$' | '@';
  /** Names of fields, and indices from 0. */
  readonly steps: readonly (string | number)[];
}

const step = /\.([^.[\]]+)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]|\['([^']*)'\]/y;

/** Reads a path; undefined if the text is none. */
export function parsePath(text: string): FieldPath | undefined {
  const [root] = text;
  if (root !== '$' && root !== '@') return undefined;
  const steps: (string | number)[] = [];
  let at = 1;
  while (at < text.length) {
    step.lastIndex = at;
    const found = step.exec(text);
    if (found === null) return undefined;
    const [whole, name, index, quoted, plain] = found;
    const key = name ?? plain ?? (index === undefined ? unquoted(quoted ?? '') : Number(index));
    if (key === undefined) return undefined;
    steps.push(key);
    at += whole.length;
  }
  return { text, root, steps };
}

function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}

/** What stands at a path, or undefined. */
export function valueAt(json: Json, path: FieldPath): Json | undefined {
  let found: Json | undefined = json;
  for (const key of path.steps) {
    found = stepInto(found, key);
    if (found === undefined) return undefined;
  }
  return found;
}

function stepInto(json: Json, key: string | number): Json | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  if (Array.isArray(json)) return typeof key === 'number' ? (json[key] as Json | undefined) : undefined;
  const name = String(key);
  return Object.hasOwn(json, name) ? (json as { readonly [name: string]: Json })[name] : undefined;
}

/** Why nothing stands at a path: `there is no $.event.msg ($.event has name, nid, state)`. */
export function whyMissing(json: Json, path: FieldPath): string {
  let found: Json = json;
  let text: string = path.root;
  for (const key of path.steps) {
    const next = stepInto(found, key);
    if (next === undefined) return `there is no ${path.text} (${text} ${description(found)})`;
    found = next;
    text += typeof key === 'number' ? `[${key}]` : /^\w+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  }
  return `there is no ${path.text}`;
}

function description(json: Json): string {
  if (Array.isArray(json)) return `is an array of ${json.length}`;
  return typeof json === 'object' && json !== null ? `has ${fieldNames(json)}` : `is ${shown(json)}`;
}

/** The names of an object's fields, in a few words. */
export function fieldNames(json: { readonly [name: string]: Json } | readonly Json[]): string {
  const names = Object.keys(json);
  if (names.length === 0) return 'no fields';
  const text = names
    .slice(0, 12)
    .map((name) => name.slice(0, 40))
    .join(', ');
  return names.length > 12 ? `${text}, …` : text;
}
