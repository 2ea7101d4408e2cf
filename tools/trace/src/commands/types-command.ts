import { writeFile } from 'node:fs/promises';
import { openModel as openGraphModel, vocabularyText } from '@synod/conformance';
import { InputError } from '@synod/tla';
import { openModel } from '../model.js';
import { chooseModels, type ModelEntry, type Project } from '../project.js';
import { modelGraphTarget } from '../validate/graph-target.js';

/** What `synod types` is told. */
export interface TypesOptions {
  readonly model?: string;
  readonly graph?: string;
  readonly spec?: string;
  readonly cfg?: string;
  readonly out?: string;
}

/** `synod types`: @returns the exit code */
export async function typesCommand(
  openTheProject: () => Promise<Project>,
  options: TypesOptions,
): Promise<number> {
  const text = await typesText(openTheProject, options);
  const { out } = options;
  if (out === undefined) {
    process.stdout.write(text);
    return 0;
  }
  try {
    await writeFile(out, text);
  } catch (cause) {
    const message = `the types cannot be written: ${(cause as Error).message}`;
    throw new InputError('types', message, { file: out }, { cause });
  }
  return 0;
}

async function typesText(openTheProject: () => Promise<Project>, options: TypesOptions): Promise<string> {
  const { model: name, graph, spec, cfg } = options;
  if ((name === undefined) === (graph === undefined)) {
    const message =
      'give --model NAME for a bundled model ("synod models" lists them), or --graph FILE for an export of TLC, and not both';
    throw new InputError('options', message);
  }
  if (graph !== undefined) {
    const model = await openGraphModel({ graph, spec, cfg });
    return vocabularyText(model, interfaceName(model.spec));
  }
  if ((spec ?? cfg) !== undefined)
    throw new InputError('options', '--spec and --cfg are for --graph: a bundled model has its module');
  const project = await openTheProject();
  const [entry] = chooseModels(project, [name as string], () => false) as [ModelEntry];
  const { space, graph: states } = await modelGraphTarget(project, await openModel(project, entry), false);
  if (space === undefined || states === undefined) throw new Error('a target of a graph has it');
  return vocabularyText({ space, graph: () => states }, interfaceName(entry.module));
}

/** The module's name; TypeScript has no names that begin with a digit. */
function interfaceName(module: string): string {
  return /^[A-Za-z_]\w*$/.test(module) ? module : 'Specification';
}
