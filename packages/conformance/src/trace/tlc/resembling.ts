import { InputError, type Json, parseValue, type TlaValue } from '@synod/tla';
import type { WholeTest } from './whole.js';
import { all, type EntryTest, either, type Test, type Writing } from './writing.js';

/** Says whether TLC may have written a value as this JSON in an error trace. */
export function resemblingTest(writing: Writing, whole: WholeTest): (json: Json) => Test {
  const { isSet, isFunction, exactly, define } = writing;
  const resembling = (json: Json): Test => {
    if (typeof json === 'string' || typeof json === 'boolean') return whole(json);
    if (typeof json === 'number' && Number.isInteger(json)) return whole(json);
    if (typeof json !== 'object' || json === null) return () => 'FALSE';
    if (isArray(json)) {
      const items = json.map(resembling);
      const places = items.map(
        (value, i): EntryTest => ({ argument: whole(i + 1), value, expression: String(i + 1) }),
      );
      const asSet = all(pairedOff(json, items, writing));
      const asSequence = all([isFunction, exactly(places)]);
      return define((value) => `IF ${isSet(value)} THEN ${asSet(value)} ELSE ${asSequence(value)}`);
    }
    const fields = Object.entries(json);
    // The empty function is written as an array.
    if (fields.length === 0) return () => 'FALSE';
    // So is a function on 1..n.
    const arePlaces = fields.every((_, i) => Object.hasOwn(json, String(i + 1)));
    const entries = fields.map(
      ([name, inner]): EntryTest => ({
        argument: arePlaces ? whole(name) : printedAs(name, whole),
        value: resembling(inner),
      }),
    );
    return define(all([isFunction, exactly(entries)]));
  };
  return resembling;
}

/** As many elements as items, and as many of each kind: two elements may be written alike. */
function pairedOff(json: readonly Json[], items: readonly Test[], writing: Writing): readonly Test[] {
  const counts = new Map<string, { readonly test: Test; count: number }>();
  json.forEach((item, i) => {
    const kind = JSON.stringify(inOrder(item));
    const known = counts.get(kind);
    if (known === undefined) counts.set(kind, { test: items[i] as Test, count: 1 });
    else known.count += 1;
  });
  const each = Array.from(counts.values(), ({ test, count }) => writing.elementsLike(test, count));
  return [writing.hasSize('=', json.length), ...each];
}

/** An argument of a function that is written as an object: a string, or the text of anything else. */
function printedAs(name: string, whole: WholeTest): Test {
  const printed = parsed(name);
  if (printed === undefined || typeof printed === 'symbol') return whole(name);
  return either([whole(name), whole(printed)]);
}

function parsed(text: string): TlaValue | undefined {
  try {
    return parseValue(text);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** The same with the elements of all arrays sorted: they may be sets. */
function inOrder(json: Json): Json {
  if (typeof json !== 'object' || json === null) return json;
  if (isArray(json)) {
    const sorted = json.map(inOrder).map((item) => [JSON.stringify(item), item] as const);
    return sorted.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
  }
  const fields = Object.entries(json).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, inner]) => [name, inOrder(inner)]));
}

function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
