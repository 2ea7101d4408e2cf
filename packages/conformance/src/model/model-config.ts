import { type Config, InputError, parseConfig, TlaSet, type TlaValue } from '@synod/tla';
import { readBytes } from '@synod/tla/node';

/** Reads the cfg file that TLC was given. */
export async function readConfig(file: string): Promise<Config> {
  const parts: Uint8Array[] = [];
  for await (const bytes of readBytes(file)) parts.push(bytes);
  return parseConfig(Buffer.concat(parts).toString('utf8'), file);
}

/** The names of the model values that a cfg declares. */
export function modelValuesOf({ constants }: Config): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: TlaValue): void => {
    if (typeof value === 'symbol') names.add(value.description ?? '');
    else if (value instanceof TlaSet) value.elements.forEach(visit);
  };
  Object.values(constants).forEach(visit);
  return names;
}

/**
 * Refuses an error trace of a model with ALIAS: what is printed then are not the variables.
 *
 * @throws InputError
 */
export function plainTrace({ alias, places }: Config): void {
  if (alias === undefined) return;
  const message = `With ALIAS ${alias}, an error trace has other values than the variables': run TLC without it.`;
  throw new InputError('alias', message, places.get(alias));
}

/** Whether a model has constraints, with which TLC counts steps that it leaves out of its graph. */
export function isConstrained({ constraints, actionConstraints }: Config, printed: boolean): boolean {
  // Where steps are printed, it is an action constraint that prints them.
  return constraints.length > 0 || actionConstraints.length > (printed ? 1 : 0);
}
