import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '@synod/tla';
import { type Mutant, type TranscriptionName, transcriptions } from './mutant.js';
import { packageFolder } from './source.js';

/** Copies of transcriptions, damaged, in a folder of their own; all else is this repository's. */
export interface Tree {
  readonly folder: string;
  /** The URL of a package's entry point. */
  url(transcription: TranscriptionName): string;
  remove(): Promise<void>;
}

/** What all transcriptions import; the copies share it with whoever loads them. */
const shared = ['tla', 'spec'];

/**
 * Copies the compiled transcriptions to a new folder and makes these changes there: that of the lowest mutant and
 * those that refine it, so that a damaged Voting is also what the copied Paxos refines.
 *
 * @param scratch the folder to make it in
 */
export async function damagedTree(mutants: readonly Mutant[], scratch: string = tmpdir()): Promise<Tree> {
  const folder = await mkdtemp(join(scratch, 'synod-mutant-'));
  const scope = join(folder, 'node_modules', '@synod');
  await mkdir(scope, { recursive: true });
  const lowest = Math.min(...mutants.map(({ transcription }) => transcriptions.indexOf(transcription)));
  const copied = transcriptions.slice(lowest);
  for (const name of [...shared, ...transcriptions.slice(0, lowest)]) {
    await symlink(packageFolder(name), join(scope, name), 'dir');
  }
  for (const name of copied) await copyCompiled(packageFolder(name), join(scope, name));
  // The last change first: the others then stand where they stood.
  for (const mutant of mutants.toSorted((left, right) => right.change.start - left.change.start)) {
    const file = join(scope, mutant.transcription, 'dist', mutant.file);
    await writeFile(file, damagedText(await readFile(file, 'utf8'), mutant));
  }
  return {
    folder,
    url: (transcription) => pathToFileURL(join(scope, transcription, 'dist', 'index.js')).href,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function copyCompiled(from: string, to: string): Promise<void> {
  await mkdir(join(to, 'dist'), { recursive: true });
  await cp(join(from, 'package.json'), join(to, 'package.json'));
  const files = await readdir(join(from, 'dist'));
  // The maps too: with them a guard is found in the TypeScript.
  for (const file of files.filter((name) => /\.js(?:\.map)?$/.test(name))) {
    await cp(join(from, 'dist', file), join(to, 'dist', file));
  }
}

/** Functions that damage may need and the file may not import: with a `$` before the name. */
const extra = ['exists', 'forAll', 'set'];

/**
 * The text of a compiled file with the damage done.
 *
 * @throws InputError if it is not the text that the mutant was made for
 */
export function damagedText(text: string, { change, file }: Mutant): string {
  const { start, end, before } = change;
  if (text.slice(start, end) !== before) {
    const message = 'was built anew since its mutants were listed; start again when the build is done';
    throw new InputError('file-changed', message, { file });
  }
  const damaged = text.slice(0, start) + change.text + text.slice(end);
  // An import at the end moves nothing, and holds for the whole file.
  const map = damaged.lastIndexOf('//# sourceMappingURL');
  const last = map < 0 ? damaged.length : map;
  const imports = extra
    .filter((name) => change.text.includes(`$${name}`))
    .map((name) => `import { ${name} as $${name} } from '@synod/tla';\n`);
  return damaged.slice(0, last) + imports.join('') + damaged.slice(last);
}
