import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '@synod/tla';
import { compareTexts, shown } from '../compare-texts.js';
import type { Project } from '../project.js';

/** What `synod specrefs` may be told. */
export interface SpecrefsOptions {
  readonly table?: boolean;
  readonly write?: boolean;
  readonly json?: boolean;
}

/**
 * `synod specrefs`: whether the text of the specifications and the comments of the code that transcribes them are the
 * same. Prints one line, or a line a problem.
 *
 * @returns the exit code
 */
export async function specrefsCommand(project: Project, options: SpecrefsOptions): Promise<number> {
  const comparison = await compareTexts(project);
  const { counts, markdownPage, summary } = await import('@synod/specrefs');
  const { entries, references, problems } = comparison;
  const exitCode = problems.length === 0 ? 0 : 1;
  if (options.json === true) {
    const exceptions = entries.flatMap(({ module, name, reason }) =>
      reason === undefined ? [] : [{ module, name, reason }],
    );
    const result = { format: 1, exitCode, counts: counts(entries), references, exceptions, problems };
    console.log(JSON.stringify(result, undefined, 2));
    return exitCode;
  }
  for (const { file, line, message } of problems) console.log(`${file}:${line}: ${message}`);
  if (exitCode !== 0) return exitCode;
  const file = join(project.root, 'docs', 'specrefs.md');
  const page = (): string => markdownPage(comparison, project.root, dirname(file));
  if (options.write === true) await write(file, page());
  console.log(options.table === true ? page().trimEnd() : summary(comparison));
  return exitCode;
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (cause) {
    const message = `cannot be written: ${(cause as Error).message}`;
    throw new InputError('not-written', message, { file: shown(file) }, { cause });
  }
}
