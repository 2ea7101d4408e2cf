import { type Config, isTuple, key, nameOf, TlaSet, type TlaValue } from '@synod/tla';

/** The lines with which a cfg gives the constants their values again, canonical: `Value = {v1, v2}`. */
export function constantLines({ constants, substitutions }: Config): readonly string[] {
  const assigned = Object.entries(constants).map(([name, value]) => `${name} = ${key(value)}`);
  const substituted = substitutions.map(({ constant, module, operator }) => {
    return `${constant} <- ${module === undefined ? '' : `[${module}]`}${operator}`;
  });
  return [...assigned, ...substituted];
}

/** The names that stand in values and are no constants: model values that only the cfg knows. */
export function modelValuesOf({ constants, substitutions }: Config): readonly string[] {
  const names = new Set<string>();
  for (const value of Object.values(constants)) addModelValues(value, names);
  for (const name of [...Object.keys(constants), ...substitutions.map(({ constant }) => constant)]) {
    names.delete(name);
  }
  return [...names];
}

function addModelValues(value: TlaValue, names: Set<string>): void {
  if (typeof value === 'symbol') names.add(nameOf(value));
  else if (value instanceof TlaSet) for (const element of value) addModelValues(element, names);
  else if (isTuple(value)) for (const element of value) addModelValues(element, names);
}
