import { InputError } from '@synod/tla';
import type { Patch } from './mistake.js';

/**
 * The text of a compiled file with a patch made.
 *
 * @throws InputError if what it replaces is not there exactly once: then the source has changed since the mutant was written
 */
export function patched(text: string, { file, find, replace }: Patch, id: string): string {
  const [before, after, ...more] = text.split(find);
  if (before !== undefined && after !== undefined && more.length === 0) return before + replace + after;
  const times = after === undefined ? 'is not there' : `is there ${more.length + 1} times`;
  const message = `the source has changed: "${find}" ${times}, and the mutant ${id} replaces it; write the mutant anew`;
  throw new InputError('file-changed', message, { file: `roles/dist/${file}` });
}
