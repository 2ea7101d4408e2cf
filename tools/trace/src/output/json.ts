import type { Path, StateValues } from '@synod/conformance';
import { key } from '@synod/tla';
import { type Explained, exitCode, type Result } from '../result.js';

/** The results for a program. Values of TLA+ are canonical text. */
export function resultsJson(results: readonly Result[]): string {
  const models = results.map(({ compared, divergences, ...result }) => ({
    ...result,
    ...compared,
    divergences: divergences.map(({ json }) => json),
  }));
  return JSON.stringify({ format: 1, exitCode: exitCode(results), models }, undefined, 2);
}

/** A divergence as plain data. */
export function divergenceJson({ divergence, conjuncts }: Explained): unknown {
  const plain = Object.entries(divergence).map(([field, value]: [string, unknown]) => [
    field,
    plainly(field, value),
  ]);
  return { ...Object.fromEntries(plain), decides: conjuncts };
}

function plainly(field: string, value: unknown): unknown {
  switch (field) {
    case 'path':
      return pathJson(value as Path);
    case 'label':
      return (value as { key: string }).key;
    case 'expectedTargets':
    case 'actualTargets':
      return (value as readonly StateValues[]).map(stateJson);
    case 'state':
    case 'target':
    case 'mappedFrom':
    case 'mappedTo':
      return stateJson(value as StateValues);
    default:
      return value;
  }
}

function pathJson({ initial, steps }: Path): unknown {
  return {
    initial: stateJson(initial),
    steps: steps.map(({ label, state }) => ({ step: label.key, state: stateJson(state) })),
  };
}

/** A state as an object from variables to canonical text. */
export function stateJson(state: StateValues): { readonly [variable: string]: string } {
  return Object.fromEntries(Object.entries(state).map(([variable, value]) => [variable, key(value)]));
}
