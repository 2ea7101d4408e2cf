import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Constants, instantiate, type PickStates, startWhere, type TransitionSystem } from '@synod/spec';
import { type Config, InputError, parseConfig } from '@synod/tla';
import type { ModelEntry, Project } from './project.js';
import { type Transcription, transcriptionOf } from './specifications.js';

/** A model with its constants: what the TypeScript side of a comparison runs. */
export interface Model {
  readonly entry: ModelEntry;
  readonly constants: Constants;
  readonly transcription: Transcription;
  readonly system: TransitionSystem;
  /** Whether it starts elsewhere than in the initial states of its module. */
  readonly startsAnywhere: boolean;
  /** Whether it has steps at all. */
  readonly steps: boolean;
}

/**
 * Reads a model's cfg file and gives its constants to the specification in TypeScript.
 *
 * @param transcription the one of the model's module, unless given
 * @param pick finds the states where a model with `INIT Inv` starts
 * @throws InputError if the cfg cannot be read, or its constants do not fit the specification
 */
export async function openModel(
  project: Project,
  entry: ModelEntry,
  transcription: Transcription = transcriptionOf(entry.module),
  pick?: PickStates,
): Promise<Model> {
  const file = join(project.specs, `${entry.name}.cfg`);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InputError(
      'no-cfg',
      `the model ${entry.name} has no cfg file that can be read`,
      { file },
      { cause },
    );
  });
  try {
    const config = parseConfig(text, file);
    const constants = constantsOf(config);
    const system = instantiate(transcription.specification, constants);
    return { entry, constants, transcription, ...configured(system, config, pick) };
  } catch (error) {
    // What is wrong with the constants is wrong in this file.
    if (error instanceof InputError && error.place.file === undefined) {
      throw new InputError(error.code, error.message, { file }, { cause: error });
    }
    throw error;
  }
}

function constantsOf({ constants, substitutions }: Config): Constants {
  const [first] = substitutions;
  if (first !== undefined) {
    const message = `${first.constant} is given by an operator; the TypeScript side needs its value written out`;
    throw new InputError('constant-operator', message, first.place);
  }
  return constants;
}

/** The system with the initial states, the steps and the invariants that the cfg names. */
function configured(
  system: TransitionSystem,
  { init = 'Init', next = 'Next', invariants, places }: Config,
  pick: PickStates | undefined,
): Pick<Model, 'system' | 'startsAnywhere' | 'steps'> {
  if (next !== 'Next' && next !== 'NoStep') {
    throw new InputError(
      'unknown-next',
      `NEXT must be Next, or NoStep for a model without steps`,
      places.get(next),
    );
  }
  const startsAnywhere = init !== 'Init';
  const started = startsAnywhere ? startWhere(system, init, next === 'Next', pick) : system;
  // A cfg file cannot name a theorem: the model's module gives it the name with this ending.
  const names = invariants.map((name) => name.replace(/Holds$/, ''));
  const unknown = names.find((name) => !system.operators.some((operator) => operator.name === name));
  if (unknown !== undefined) {
    const message = `the invariant ${unknown} is no operator of ${system.name} in TypeScript`;
    throw new InputError('unknown-invariant', message, places.get(unknown));
  }
  return { system: { ...started, invariants: names }, startsAnywhere, steps: next === 'Next' };
}
