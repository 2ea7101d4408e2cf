import { InputError, type Place } from './error.js';
import type { ValueEntry } from './memo.js';
import { parseState, type StateComponent } from './parse-state.js';
import type { TlaValue } from './value.js';
import { type ValueReader, valueReader } from './value-reader.js';

/** Reads states that are all of the same variables. */
export interface StateReader {
  /** The values of the variables, in the order of {@link StateReader.variables}. */
  (text: string, place?: Place): readonly TlaValue[];
  /** The same with the key of each. */
  entries(text: string, place?: Place): readonly ValueEntry[];
  /** The variables: those given, or those of the first state in the order in which TLC printed them. */
  variables(): readonly string[];
}

/**
 * A reader for the states of one export. A value whose text was read before costs one look-up, and is the
 * same object as then.
 *
 * @param variables the variables that the states must have, if they are known, in the order wanted
 * @throws InputError, from the reader, for a state with other variables, or which cannot be read
 */
export function stateReader(variables?: readonly string[]): StateReader {
  let readers: readonly ValueReader[] = [];
  let names: readonly string[] | undefined = variables;
  /** How each conjunct of a state begins, and which variable it is of, once a state has been seen. */
  let layout: Layout | undefined;
  const entries = (text: string, place: Place = {}): readonly ValueEntry[] => {
    const fast = layout && readInLayout(text, layout, readers, place);
    if (fast !== undefined) return fast;
    const components = parseState(text, place);
    names ??= components.map((component) => component.name);
    if (readers.length === 0) readers = names.map(() => valueReader());
    const order = match(names, components, place);
    layout = { prefixes: components.map((c, i) => prefix(c.name, i, components.length)), order };
    const result: ValueEntry[] = Array.from({ length: names.length });
    for (const [i, component] of components.entries()) {
      const variable = order[i] as number;
      result[variable] = (readers[variable] as ValueReader)(component.text, component.place);
    }
    return result;
  };
  return Object.assign((text: string, place?: Place) => entries(text, place).map((entry) => entry.value), {
    entries,
    variables: () => names ?? [],
  });
}

interface Layout {
  readonly prefixes: readonly string[];
  readonly order: readonly number[];
}

function prefix(name: string, index: number, count: number): string {
  return count === 1 ? `${name} = ` : `${index === 0 ? '' : '\n'}/\\ ${name} = `;
}

/** The values of a state whose conjuncts come in the order known; nothing if they do not. */
function readInLayout(
  text: string,
  { prefixes, order }: Layout,
  readers: readonly ValueReader[],
  place: Place,
): readonly ValueEntry[] | undefined {
  const slices: string[] = [];
  let at = 0;
  for (let i = 0; i < prefixes.length; i++) {
    const begins = prefixes[i] as string;
    if (!text.startsWith(begins, at)) return undefined;
    const start = at + begins.length;
    const last = i === prefixes.length - 1;
    at = text.indexOf('\n/\\ ', start);
    if (last !== at < 0) return undefined;
    slices.push(last ? text.slice(start) : text.slice(start, at));
  }
  const result: ValueEntry[] = Array.from({ length: slices.length });
  for (let i = 0; i < slices.length; i++) {
    const variable = order[i] as number;
    result[variable] = (readers[variable] as ValueReader)(slices[i] as string, place);
  }
  return result;
}

/** The index of each component's variable. */
function match(names: readonly string[], components: readonly StateComponent[], place: Place): number[] {
  const order = components.map((component) => names.indexOf(component.name));
  const distinct = new Set(order);
  if (distinct.has(-1) || distinct.size !== names.length || order.length !== names.length) {
    const actual = components.map((component) => component.name).join(', ');
    const message = `A state has the variables ${actual}; expected are ${names.join(', ')}.`;
    throw new InputError('variables', message, place);
  }
  return order;
}
