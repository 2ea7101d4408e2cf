import { readFile, writeFile } from 'node:fs/promises';
import { InputError } from '@synod/tla';

const begin = '<!-- what npm run bench printed: begin -->';
const end = '<!-- end -->';

/**
 * Puts a table into a page, in place of the one that is there.
 *
 * @throws InputError if the page has no place for it
 */
export async function writeInto(file: string, table: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) {
    throw new InputError('page', `there is no place for the table: put the lines "${begin}" and "${end}"`, {
      file,
    });
  }
  await writeFile(file, `${text.slice(0, from)}${begin}\n\n${table}\n\n${text.slice(to)}`);
}
