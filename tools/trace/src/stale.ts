import { basename } from 'node:path';
import type { Problem } from '@synod/specrefs';
import { InputError } from '@synod/tla';
import { type Manifest, verifySources } from '@synod/tla/node';
import { compareTexts, shown } from './compare-texts.js';
import type { Project } from './project.js';
import { transcribedModules } from './specifications.js';

/**
 * Holds an export to the specifications as they are now. Of a module that is transcribed, the definition and the
 * conjunct that changed are named too: the code's comments say what they were.
 *
 * @throws InputError `stale-export`
 */
export async function verifyFreshness(manifest: Manifest, project: Project): Promise<void> {
  try {
    await verifySources(manifest, project.specs);
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'stale-export') throw error;
    const what = await whatChanged(error, project);
    if (what === undefined) throw error;
    const message = `has changed since ${manifest.model} was exported: ${what}: run "synod export ${manifest.model}", or undo the change`;
    const file = shown(error.place.file ?? '');
    throw new InputError('stale-export', message, { file }, { cause: error });
  }
}

/** What the module has that the code does not transcribe; undefined if the file is no module that can be compared. */
async function whatChanged(error: InputError, project: Project): Promise<string | undefined> {
  const module = basename(error.place.file ?? '', '.tla');
  if (!transcribedModules.includes(module)) return undefined;
  try {
    const { problems } = await compareTexts(project);
    const [first, second] = problems.filter((problem) => problem.module === module);
    if (first === undefined) return 'not in anything that the code transcribes';
    return second === undefined ? told(first) : `${told(first)}, and there is more`;
  } catch (failure) {
    // A module that is gone or is no TLA+: that it has changed is all that can be said.
    if (failure instanceof InputError) return undefined;
    throw failure;
  }
}

function told({ name, specText, specLine, codeText, file, line, message }: Problem): string {
  if (specText === undefined) return message;
  const spec =
    specText === '' ? `${name} has ended (line ${specLine})` : `${name} has "${specText}" (line ${specLine})`;
  const code = codeText === undefined || codeText === '' ? 'nothing' : `"${codeText}"`;
  return `${spec} where the code transcribes ${code} (${file}:${line})`;
}
