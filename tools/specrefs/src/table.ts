import { relative, sep } from 'node:path';
import type { Comparison, Entry, Reference } from './compare.js';

/** `69 definitions: 54 transcribed, 15 exceptions` */
export function summary({ entries }: Comparison): string {
  const { definitions, transcribed, exceptions } = counts(entries);
  return `${definitions} definitions: ${transcribed} transcribed, ${exceptions} exceptions`;
}

/** How many definitions there are, how many have a counterpart of their own, and how many have none. */
export function counts(entries: readonly Entry[]): {
  readonly definitions: number;
  readonly transcribed: number;
  readonly exceptions: number;
} {
  const transcribed = entries.filter(({ counterparts }) => counterparts.length > 0).length;
  return { definitions: entries.length, transcribed, exceptions: entries.length - transcribed };
}

/**
 * A Markdown page with a table for each module: where each definition stands, and what transcribes it.
 *
 * @param comparison made with folders as they are seen from the current folder
 * @param root the folder of the repository
 * @param page the folder of the page, which links are seen from
 */
export function markdownPage(comparison: Comparison, root: string, page: string): string {
  const place = { root, page };
  const modules = [...new Set(comparison.entries.map(({ module }) => module))];
  const lines = [
    '# The specifications and their transcriptions',
    '',
    'Each definition of the three modules, and the function, type or field that transcribes it. The trailing comments of a',
    "function, one after the other, are the definition's text, word for word; `npm test` and `npm run -s synod -- specrefs` fail",
    'when they are not. Where there is no counterpart, the reason stands in its place.',
    '',
    `There are ${summary(comparison)}. This page is written by \`npm run -s synod -- specrefs --write\`.`,
  ];
  for (const module of modules) {
    lines.push('', `## ${module}`, '', '| definition | stands in | transcribed by |', '|---|---|---|');
    for (const entry of comparison.entries.filter((candidate) => candidate.module === module)) {
      const { specFile, specLine, reason } = entry;
      const code = [
        transcribedBy(entry, comparison)
          .map((found) => codeLink(found, place))
          .join(', '),
        reason ?? '',
      ];
      const cells = [
        definitionCell(entry),
        link({ file: specFile, line: specLine }, place),
        code.filter((part) => part !== '').join(': '),
      ];
      lines.push(`| ${cells.join(' | ')} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function definitionCell({ name, kind }: Entry): string {
  return kind === 'definition' ? `\`${name}\`` : `\`${name}\`, ${kind}`;
}

/** Its own counterparts, or those of the module that it was taken over from. */
function transcribedBy(entry: Entry, { entries }: Comparison): readonly Reference[] {
  if (entry.takenFrom === undefined) return entry.counterparts;
  const isOther = ({ module, name }: Entry): boolean => module === entry.takenFrom && name === entry.name;
  return entries.find(isOther)?.counterparts ?? [];
}

function codeLink(reference: Reference, place: Place): string {
  const named = reference.counterpart === reference.name ? '' : `\`${reference.counterpart}\` `;
  return named + link(reference, place);
}

/** What links are made for: the folder that their text begins at, and the folder of the page. */
interface Place {
  readonly root: string;
  readonly page: string;
}

function link(
  { file, line }: { readonly file: string; readonly line: number },
  { root, page }: Place,
): string {
  return `[${path(root, file)}:${line}](${path(page, file)}#L${line})`;
}

function path(from: string, to: string): string {
  return relative(from, to).split(sep).join('/');
}
