import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nearest } from '@synod/conformance';
import { consensusClaim, type LivenessClaim, paxosClaim } from '@synod/liveness';
import { type Constants, explore, instantiate, type TransitionSystem } from '@synod/spec';
import { type Config, InputError, key, parseConfig, TlaSet } from '@synod/tla';

import type { Project } from '../project.js';
import { transcriptionOf } from '../specifications.js';

/** A model whose `LiveSpec` is checked: `specs/<name>.tla` with its cfg file. */
export interface LiveEntry {
  readonly name: string;
  /** The module that it is a model of. */
  readonly module: 'Consensus' | 'Paxos';
}

/** Those there are. */
const liveModels: readonly LiveEntry[] = [
  { name: 'MCConsensusLive', module: 'Consensus' },
  { name: 'MCPaxosLive', module: 'Paxos' },
];

/** A model, as its cfg file describes it. */
export interface LiveModel {
  readonly entry: LiveEntry;
  /** The cfg file, and what it says. */
  readonly file: string;
  readonly text: string;
  readonly system: TransitionSystem;
  /** The constants of the module. */
  readonly constants: Constants;
  /** Those that only the model has: `LiveBallot` and `LiveQuorum`, if its `LiveSpec` has parameters. */
  readonly parameters: Constants;
}

/**
 * The models of these names, or all.
 *
 * @throws InputError for a name that no model has, with the nearest one that there is
 */
export function chooseLiveModels(names: readonly string[]): readonly LiveEntry[] {
  if (names.length === 0) return liveModels;
  return names.map((name) => {
    const model = liveModels.find((candidate) => candidate.name === name);
    if (model !== undefined) return model;
    const known = liveModels.map((candidate) => candidate.name);
    const suggestion = nearest(name, known);
    const hint = suggestion === undefined ? `there is ${known.join(' and ')}` : `did you mean ${suggestion}?`;
    throw new InputError('unknown-model', `liveness is not checked in a model ${name}; ${hint}`);
  });
}

/**
 * Reads a model's cfg file.
 *
 * @throws InputError if it cannot be read, or its constants do not fit the specification
 */
export async function openLiveModel(project: Project, entry: LiveEntry): Promise<LiveModel> {
  const file = join(project.specs, `${entry.name}.cfg`);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const message = `the model ${entry.name} has no cfg file that can be read`;
    throw new InputError('no-cfg', message, { file }, { cause });
  });
  return inFile(file, () => {
    const config = parseConfig(text, file);
    const { constants, parameters } = separate(config);
    const system = instantiate(transcriptionOf(entry.module).specification, constants);
    return { entry, file, text, system, constants, parameters };
  });
}

/**
 * Explores a model to its end: what is claimed of it.
 *
 * @param onProgress is called now and then with the number of states found
 * @throws InputError if the ballot or the quorum that it names is of no use
 */
export function claimOf(
  { entry, file, system, constants, parameters }: LiveModel,
  onProgress: (states: number) => void,
): LivenessClaim {
  const exploration = explore(system, { onProgress });
  if (entry.module === 'Consensus') return consensusClaim(exploration);
  const { LiveBallot, LiveQuorum } = parameters;
  return inFile(file, () => paxosClaim({ system, exploration, constants, LiveBallot, LiveQuorum }));
}

/**
 * The cfg file of a model, with the name of a conjunct in its constant `Dropped`.
 *
 * @param name none leaves the file as it is
 */
export function dropping({ text, file }: Pick<LiveModel, 'text' | 'file'>, name: string | undefined): string {
  if (name === undefined) return text;
  const changed = text.replace(
    /\bDropped(\s*)=(\s*)\{\s*\}/,
    (_, before: string, after: string) => `Dropped${before}=${after}{"${name}"}`,
  );
  const { Dropped } = parseConfig(changed, file).constants;
  if (Dropped === undefined || key(Dropped) !== `{"${name}"}`) throw badDropped(parseConfig(text, file));
  return changed;
}

function separate(config: Config): Pick<LiveModel, 'constants' | 'parameters'> {
  const [first] = config.substitutions;
  if (first !== undefined) {
    const message = `${first.constant} is given by an operator; the TypeScript side needs its value written out`;
    throw new InputError('constant-operator', message, first.place);
  }
  const { Dropped, ...others } = config.constants;
  if (!(Dropped instanceof TlaSet) || Dropped.size > 0) throw badDropped(config);
  const [parameters, constants] = [true, false].map((own) =>
    Object.fromEntries(Object.entries(others).filter(([name]) => name.startsWith('Live') === own)),
  ) as [Constants, Constants];
  return { parameters, constants };
}

function badDropped({ places }: Config): InputError {
  const message = 'must have the line Dropped = {}; what is dropped in each run is filled in there';
  return new InputError('dropped', message, places.get('Dropped'));
}

/** What is wrong with the constants is wrong in this file. */
function inFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError) || error.place.file !== undefined) throw error;
    throw new InputError(error.code, error.message, { file }, { cause: error });
  }
}
