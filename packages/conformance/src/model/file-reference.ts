import { isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A path, absolute or from the working directory; a `file:` URL; or a `URL` of one. */
export type FileReference = string | { readonly href: string };

/** The path of a file; of a URL, as it is seen from the working directory if it is there. */
export function pathOf(file: FileReference): string {
  const href = typeof file === 'string' ? file : file.href;
  if (!href.startsWith('file:')) return href;
  const path = fileURLToPath(href);
  const here = relative(process.cwd(), path);
  return here === '' || here.startsWith('..') || isAbsolute(here) ? path : here;
}
