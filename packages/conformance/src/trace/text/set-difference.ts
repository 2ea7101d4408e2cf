import { type Json, key, TlaSet, type TlaValue } from '@synod/tla';
import type { Difference } from '../pattern.js';
import { asInTrace, partsOf, readJson, readText } from './values.js';

/** How a set is not as a trace says. Elements of the trace are in its own words, others in TLA+. */
export type SetDifference =
  /** The trace says the whole set: what each side has that the other has not. */
  | {
      readonly type: 'whole';
      readonly onlyTrace: readonly string[];
      readonly onlySpecification: readonly string[];
    }
  /** The trace says that something is in it: the element that is most like that, if one is at all. */
  | {
      readonly type: 'contains';
      readonly missing: string;
      readonly closest: string | undefined;
      readonly size: number;
    };

/** How two sets differ; undefined if they are not sets that can be read. */
export function setDifference({ trace, specification }: Difference): SetDifference | undefined {
  const there = readText(specification ?? '');
  if (!(there instanceof TlaSet)) return undefined;
  const contains = elementsOf(trace, '#contains');
  if (contains !== undefined) return missingElement(contains, there);
  const elements = elementsOf(trace, '#set');
  const said = readJson(trace);
  const loose = asInTrace(there);
  if (elements === undefined || !(said instanceof TlaSet) || !(loose instanceof TlaSet)) return undefined;
  const words = new Map(elements.map((element) => [keyOf(element), JSON.stringify(element)]));
  const onlyTrace = said.elements.filter((element) => !loose.has(element));
  const onlySpecification = there.elements.filter((element) => !said.has(asInTrace(element)));
  return {
    type: 'whole',
    onlyTrace: onlyTrace.map((element) => words.get(key(element)) ?? key(element)),
    onlySpecification: onlySpecification.map(key),
  };
}

function missingElement(contains: readonly Json[], there: TlaSet<TlaValue>): SetDifference | undefined {
  const [missing] = contains;
  if (missing === undefined || contains.length > 1) return undefined;
  const alike = there.elements.map((element) => ({ element, fields: fieldsAlike(missing, element) }));
  const most = Math.max(0, ...alike.map(({ fields }) => fields));
  const closest = most === 0 ? undefined : alike.find(({ fields }) => fields === most)?.element;
  return {
    type: 'contains',
    missing: JSON.stringify(missing),
    closest: closest === undefined ? undefined : key(closest),
    size: there.size,
  };
}

/** At how many arguments a record or a function is as the trace says. */
function fieldsAlike(said: Json, value: TlaValue): number {
  const wanted = readJson(said);
  if (wanted === undefined) return 0;
  const found = partsOf(asInTrace(value));
  return [...partsOf(wanted)].filter(([argument, part]) => {
    const other = found.get(argument);
    return other !== undefined && key(other) === key(part);
  }).length;
}

/** What the trace says of a value, in its own words. */
export function traceText(trace: Json): string {
  const contains = elementsOf(trace, '#contains');
  if (contains === undefined) return JSON.stringify(trace);
  return `that it contains ${contains.map((element) => JSON.stringify(element)).join(', ')}`;
}

function keyOf(json: Json): string {
  const value = readJson(json);
  return value === undefined ? '' : key(value);
}

function elementsOf(json: Json, tag: string): readonly Json[] | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const content = (json as { readonly [name: string]: Json })[tag];
  return Array.isArray(content) ? (content as readonly Json[]) : undefined;
}
