import { dirname, isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Comparison } from '@synod/specrefs';
import type { Project } from './project.js';
import { transcribedModules, transcriptionOf } from './specifications.js';

/**
 * Holds the text of a project's specifications and the packages that transcribe them against each other. Files are
 * named as somebody who stands in the current folder does.
 *
 * @throws InputError if a file cannot be read
 */
export async function compareTexts({ specs }: Project): Promise<Comparison> {
  // Loaded when it is needed: most commands have no use for a parser of TypeScript.
  const { compareText } = await import('@synod/specrefs');
  const folders = transcribedModules.map((module) => [module, shown(packageFolder(module))]);
  return compareText(shown(specs), Object.fromEntries(folders));
}

/** The folder of the package whose compiled entry point stands for a module. */
function packageFolder(module: string): string {
  return dirname(dirname(fileURLToPath(transcriptionOf(module).url)));
}

/** A path from the current folder if it lies in it, and else as it is. */
export function shown(path: string): string {
  const seen = relative(process.cwd(), path);
  return seen.startsWith('..') || isAbsolute(seen) ? path : seen;
}
