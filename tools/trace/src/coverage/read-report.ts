import { readFile } from 'node:fs/promises';
import { InputError, whyUnreadable } from '@synod/tla';

/** The JSON of a report that an earlier run wrote; what is in it is checked where it is merged. */
export interface EarlierReport {
  readonly file: string;
  readonly json: unknown;
}

/**
 * Reads the JSON of a report.
 *
 * @throws InputError if it cannot be read, or is not JSON
 */
export async function readEarlierReport(file: string): Promise<EarlierReport> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    const message = `The report cannot be read: ${whyUnreadable(cause)}`;
    throw new InputError('coverage-report', message, { file }, { cause });
  });
  try {
    return { file, json: JSON.parse(text) };
  } catch (cause) {
    const message =
      '--merge takes reports of "synod coverage --json", and this is no JSON object: traces stand before --merge.';
    throw new InputError('coverage-report', message, { file }, { cause });
  }
}
