import { type Constants, instantiate, type Specification, type TransitionSystem } from '@synod/spec';
import { InputError, isTuple, key, parseValue, set, type TlaValue } from '@synod/tla';
import type { TranscriptionName } from '../mutant.js';
import type { Tree } from '../tree.js';
import type { Witness } from './witness.js';

/** What a witness's call comes to in a tree: a value as canonical text, or the message of an error. */
export async function evaluate(witness: Witness, tree: Pick<Tree, 'url'>): Promise<string> {
  const url = tree.url(witness.module.toLowerCase() as TranscriptionName);
  const exported = (await import(url)) as { [name: string]: Specification };
  const specification = exported[witness.module] as Specification;
  const constants = values(witness.constants);
  try {
    return witness.call === 'constants'
      ? accepted(specification, constants)
      : valueOf(witness, specification, constants);
  } catch (error) {
    return `an error: ${(error as Error).message}`;
  }
}

function accepted(specification: Specification, constants: Constants): string {
  try {
    specification.constants(constants);
    return 'accepted';
  } catch (error) {
    if (error instanceof InputError) return `refused: ${error.message}`;
    throw error;
  }
}

function valueOf(witness: Witness, specification: Specification, constants: Constants): string {
  // As they are: what the module assumes of them is damaged and looked at in its own place.
  const unchecked = { ...specification, constants: (given: Constants) => given };
  const system: TransitionSystem = instantiate(unchecked, constants);
  const state = values(witness.state ?? {});
  const [, name = '', text = ''] = /^(\w+)(?:\((.*)\))?$/.exec(witness.call) ?? [];
  const read = text === '' ? [] : parseValue(`<<${text}>>`);
  const parameters = isTuple(read) ? read : [];
  const operator = system.operators.find((candidate) => candidate.name === name);
  if (operator !== undefined) return key(operator.value(state, parameters));
  const next = Array.from(system.perform(state, name, parameters), (after) => system.decode(after));
  return key(set(next));
}

function values(texts: { readonly [name: string]: string }): { readonly [name: string]: TlaValue } {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, parseValue(text)]));
}
