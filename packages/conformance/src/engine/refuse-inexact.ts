import type { Engine } from '@synod/compiler';
import { InputError } from '@synod/tla';

/** @throws InputError `view` or `symmetry`: then states stand for others, and there is no exact graph */
export function refuseInexact({ name, view, representative }: Engine): void {
  const feature = view !== undefined ? 'VIEW' : representative !== undefined ? 'SYMMETRY' : undefined;
  if (feature === undefined) return;
  const message = `with ${feature} the states of ${name} stand for others, and there is no exact graph of them: use a cfg file without it.`;
  throw new InputError(feature.toLowerCase(), message);
}
