import type { Config } from '@synod/tla';

/**
 * What a cfg file has beside the model itself, ALIAS and POSTCONDITION, which TLC 2.18 does not have: newer ones ask of their
 * names that they are definitions without parameters, and so do we. Neither changes what is explored, so they are not
 * evaluated.
 *
 * @param use looks a name up. @throws InputError if it is not defined, or has parameters
 * @returns a sentence for each
 */
export function besideTheModel(
  { alias, postcondition }: Pick<Config, 'alias' | 'postcondition'>,
  use: (name: string) => unknown,
): readonly string[] {
  const said: string[] = [];
  if (alias !== undefined) {
    use(alias);
    said.push(`ALIAS ${alias}: states are shown as they are`);
  }
  if (postcondition !== undefined) {
    use(postcondition);
    said.push(`POSTCONDITION ${postcondition}: it is for TLC's own figures, and is not evaluated`);
  }
  return said;
}
