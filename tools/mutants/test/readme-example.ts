import { catalogue } from '@synod/mutants';

/** How each definition of a module can be damaged: the definition, and what stands there instead. */
export async function damages(definition: string): Promise<readonly string[]> {
  const mutants = await catalogue();
  return mutants
    .filter((mutant) => mutant.definition === definition)
    .map(({ original, mutated }) => `${original} becomes ${mutated}`);
}
