import * as deployedRoles from '@synod/roles';
import type { Protocol } from '@synod/simulator';
import { witnesses } from './hidden/witnesses.js';
import { loadRoles } from './load.js';
import type { Mistake } from './mistake.js';
import { compacting, type Roles } from './roles.js';
import type { Scenario } from './scenario.js';
import type { GuardsOf } from './specification.js';
import { type Bounds, type Trial, tryProtocol } from './trial.js';

/** What a worker is asked. */
export type Task =
  /** Is this mistake caught? */
  | { readonly type: 'mistake'; readonly mistake: Mistake; readonly bounds: Bounds }
  /** Is the protocol without any mistake accepted there? */
  | { readonly type: 'deployed'; readonly scenario: Scenario; readonly seeds: number };

/** What it answers. */
export interface Judgement {
  readonly trial: Trial;
  /** How the mistake differs from the deployed code where its proof says that it does not, if it has a witness that tries. */
  readonly witness?: { readonly tried: number; readonly difference?: string };
}

/**
 * Answers a task.
 *
 * @throws InputError if a patch does not fit
 */
export async function judge(task: Task, guards?: GuardsOf, scratch?: string): Promise<Judgement> {
  if (task.type === 'deployed') {
    const { scenario, seeds } = task;
    const protocol = protocolOf(deployedRoles, scenario);
    return { trial: await tryProtocol(protocol, scenario, { seeds, alone: 0 }, guards) };
  }
  const { mistake, bounds } = task;
  const { id, scenario } = mistake;
  const roles = await loadRoles(mistake, scratch);
  const protocol = protocolOf(roles, scenario);
  const trial = await tryProtocol(protocol, scenario, bounds, guards);
  const witness = witnesses.get(id);
  return witness === undefined ? { trial } : { trial, witness: witness(roles, deployedRoles) };
}

function protocolOf(roles: Roles, { compacted = false }: Scenario): Protocol {
  return compacted ? compacting(roles) : roles;
}
