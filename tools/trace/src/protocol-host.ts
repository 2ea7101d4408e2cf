import type { GuardsOf } from '@synod/mutants';
import { guardsFor } from './explain.js';
import { openProject } from './project.js';

/** The guards of Paxos.tla, for the workers that try mistakes in the protocol. */
export async function guards(folder: string): Promise<GuardsOf> {
  return guardsFor(await openProject(folder), 'Paxos');
}
