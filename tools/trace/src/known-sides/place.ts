import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Side, signatures } from '@synod/conformance';
import { key } from '@synod/tla';
import { cacheFolder } from '@synod/tlc';
import { openModel } from '../model.js';
import type { ModelEntry, Project } from '../project.js';
import { addFiles, programDigest } from './program-digest.js';

/** A side that is a function of files and of this program. The TypeScript is not: it is run whenever it is asked. */
export type KnownSide = Exclude<Side, 'actual'>;

/**
 * The file in which is kept what a side of a model finds. Its name is a digest of all that this depends on: it is
 * another file as soon as a byte changes of the export or of the specifications, of the program that looks at them, or
 * of what the TypeScript says is to be looked at.
 *
 * @returns undefined if something cannot be read: whoever looks at the side says what
 */
export async function placeOf(
  project: Project,
  entry: ModelEntry,
  side: KnownSide,
): Promise<string | undefined> {
  try {
    const { system, constants } = await openModel(project, entry);
    const assigned = Object.entries(constants).map(([name, value]) => [name, key(value)]);
    const asked = [side, entry, system.name, system.variables, signatures(system), assigned];
    const hash = createHash('sha256').update(programDigest()).update(JSON.stringify(asked));
    const [folder, ending] =
      side === 'expected' ? [join(project.traces, entry.name), /./] : [project.specs, /\.(tla|cfg)$/];
    addFiles(hash, folder, ending);
    return join(cacheFolder(process.env), 'sides', `${entry.name}-${side}-${hash.digest('hex')}`);
  } catch {
    return undefined;
  }
}
