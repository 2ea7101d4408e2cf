import { writeFile } from 'node:fs/promises';
import { InputError } from '@synod/tla';
import type { Result } from '../result.js';
import { junitXml } from './junit-xml.js';

/** Writes a report that CI servers read: a test case for each model. */
export async function writeJunit(file: string, results: readonly Result[]): Promise<void> {
  try {
    await writeFile(file, junit(results));
  } catch (cause) {
    const message = `the report cannot be written: ${(cause as Error).message}`;
    throw new InputError('junit', message, { file }, { cause });
  }
}

function junit(results: readonly Result[]): string {
  const cases = results.map(({ model, seconds, verdict, reason, divergences }) => ({
    name: model,
    seconds,
    ...(reason === undefined ? {} : { error: reason }),
    ...(verdict === 'diverges'
      ? {
          failure: {
            message: `${divergences.length} divergences`,
            text: divergences.map(({ text }) => text).join('\n\n'),
          },
        }
      : {}),
  }));
  return junitXml('check', cases);
}
