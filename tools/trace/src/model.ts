import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Constants, instantiate, type TransitionSystem } from '@synod/spec';
import { InputError, parseConfig } from '@synod/tla';
import type { ModelEntry, Project } from './project.js';
import { type Transcription, transcriptionOf } from './specifications.js';

/** A model with its constants: what the TypeScript side of a comparison runs. */
export interface Model {
  readonly entry: ModelEntry;
  readonly constants: Constants;
  readonly transcription: Transcription;
  readonly system: TransitionSystem;
}

/**
 * Reads a model's cfg file and gives its constants to the specification in TypeScript.
 *
 * @throws InputError if the cfg cannot be read, or its constants do not fit the specification
 */
export async function openModel(project: Project, entry: ModelEntry): Promise<Model> {
  const file = join(project.specs, `${entry.name}.cfg`);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InputError(
      'no-cfg',
      `the model ${entry.name} has no cfg file that can be read`,
      { file },
      { cause },
    );
  });
  const transcription = transcriptionOf(entry.module);
  try {
    const constants = constantsOf(text, file);
    const system = instantiate(transcription.specification, constants);
    return { entry, constants, transcription, system };
  } catch (error) {
    // What is wrong with the constants is wrong in this file.
    if (error instanceof InputError && error.place.file === undefined) {
      throw new InputError(error.code, error.message, { file }, { cause: error });
    }
    throw error;
  }
}

function constantsOf(text: string, file: string): Constants {
  const { constants, substitutions } = parseConfig(text, file);
  const [first] = substitutions;
  if (first !== undefined) {
    const message = `${first.constant} is given by an operator; the TypeScript side needs its value written out`;
    throw new InputError('constant-operator', message, first.place);
  }
  return constants;
}
