import { type Adapter, processAdapter } from '@synod/conformance';
import { type PaxosModel, rolesAdapter } from '@synod/simulator';
import type { Constants } from '@synod/spec';
import { InputError, TlaSet, type TlaValue, toJson } from '@synod/tla';
import { openModel } from '../model.js';
import { chooseModels, type ModelEntry, type Project } from '../project.js';
import type { DriveCommandOptions } from './options.js';

/** What is driven, until it is closed. */
export interface Implementation {
  readonly adapter: Adapter;
  close(): Promise<void>;
}

/**
 * The program that takes the steps, or with `--roles` the roles of the project.
 *
 * @param command the program and its arguments
 * @throws InputError if the roles are wanted for a model that is none of Paxos
 */
export async function openImplementation(
  openProject: () => Promise<Project>,
  [program = '', ...args]: readonly string[],
  { roles, restart = false, model = '', timeout }: DriveCommandOptions,
): Promise<Implementation> {
  if (roles !== true) {
    const adapter = processAdapter(program, args, timeout === undefined ? {} : { timeout });
    return { adapter, close: () => adapter.close() };
  }
  const project = await openProject();
  const [entry] = chooseModels(project, [model], () => false) as [ModelEntry];
  if (entry.module !== 'Paxos') {
    const message = `the roles are those of Paxos, and ${entry.name} is a model of ${entry.module}: give --model MCPaxosTiny, say`;
    throw new InputError('options', message);
  }
  const { constants } = await openModel(project, entry);
  return { adapter: rolesAdapter(paxosModel(constants), { restart }), close: async () => {} };
}

/** The constants of Paxos, which have been found to be what they must be. */
function paxosModel({ Acceptor, Quorum, Ballot }: Constants): PaxosModel {
  return {
    acceptors: elements(Acceptor).map(text),
    quorums: elements(Quorum).map((quorum) => elements(quorum).map(text)),
    lastBallot: Math.max(...elements(Ballot).map(Number)),
  };
}

function elements(set: TlaValue | undefined): readonly TlaValue[] {
  return set instanceof TlaSet ? set.elements : [];
}

function text(acceptor: TlaValue): string {
  const json = toJson(acceptor);
  return typeof json === 'string' ? json : JSON.stringify(json);
}
