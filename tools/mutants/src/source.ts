import { readdir, readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '@synod/tla';
import { type AnyNode, type Comment, type Program, parse } from 'acorn';
import type { TranscriptionName } from './mutant.js';

/** A compiled file of a transcription, parsed, and the TypeScript that it was compiled from. */
export interface SourceFile {
  readonly transcription: TranscriptionName;
  /** `Phase2b.js` */
  readonly file: string;
  readonly text: string;
  readonly program: Program;
  /** A node's text in one line, without comments. */
  textOf(node: AnyNode): string;
  /** The line of the TypeScript that an offset of the compiled file comes from, and its trailing comment. */
  origin(offset: number): { readonly line: number; readonly conjunct: string };
}

/** The folder of a package of this repository. */
export function packageFolder(name: string): string {
  return dirname(dirname(fileURLToPath(import.meta.resolve(`@synod/${name}`))));
}

/** Files that define nothing. */
const nothing = new Set(['index.js', 'state.js']);

/**
 * The compiled files of a transcription, in the order of their names.
 *
 * @throws InputError if it has not been built
 */
export async function sourceFiles(transcription: TranscriptionName): Promise<readonly SourceFile[]> {
  const folder = packageFolder(transcription);
  const names = await readdir(join(folder, 'dist')).catch((cause: unknown) => {
    throw new InputError(
      'not-built',
      'there is no such folder; run "npm run build"',
      { file: folder },
      { cause },
    );
  });
  const compiled = names.filter((name) => name.endsWith('.js') && !nothing.has(name)).toSorted();
  return Promise.all(compiled.map((file) => readSource(transcription, folder, file)));
}

async function readSource(
  transcription: TranscriptionName,
  folder: string,
  file: string,
): Promise<SourceFile> {
  const path = join(folder, 'dist', file);
  const text = await readFile(path, 'utf8');
  const map = new SourceMap(JSON.parse(await readFile(`${path}.map`, 'utf8')));
  const original = await readFile(join(folder, 'src', file.replace(/\.js$/, '.ts')), 'utf8');
  const lines = original.split('\n');
  const comments: Comment[] = [];
  const program = parse(text, { ecmaVersion: 2023, sourceType: 'module', onComment: comments });
  return {
    transcription,
    file,
    text,
    program,
    textOf: (node) => withoutComments(text, comments, node),
    origin(offset) {
      const before = text.slice(0, offset).split('\n');
      const entry = map.findEntry(before.length - 1, before.at(-1)?.length ?? 0);
      const line = 'originalLine' in entry ? entry.originalLine : 0;
      return { line: line + 1, conjunct: /\/\/ *(.*?) *$/.exec(lines[line] ?? '')?.[1] ?? '' };
    },
  };
}

function withoutComments(text: string, comments: readonly Comment[], { start, end }: AnyNode): string {
  let kept = '';
  let from = start;
  for (const comment of comments) {
    if (comment.start < start || comment.end > end) continue;
    kept += text.slice(from, comment.start);
    from = comment.end;
  }
  return (kept + text.slice(from, end)).replace(/\s+/g, ' ');
}

/** Something that a file defines at its top level. */
export interface Definition {
  readonly name: string;
  readonly node: AnyNode;
  /** Whether it is an object that puts definitions together for engines to run. */
  readonly wiring: boolean;
}

/** What a file defines. */
export function* definitions({ program }: SourceFile): Iterable<Definition> {
  for (const statement of program.body) {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (node?.type === 'FunctionDeclaration') yield { name: node.id.name, node, wiring: false };
    if (node?.type !== 'VariableDeclaration') continue;
    for (const declarator of node.declarations) {
      if (declarator.id.type !== 'Identifier') continue;
      const wiring = declarator.init?.type === 'ObjectExpression';
      yield { name: declarator.id.name, node: declarator, wiring };
    }
  }
}

/** The module that a transcription is of: `Paxos` for `paxos`. */
export function moduleOf({ transcription }: { readonly transcription: string }): string {
  return `${transcription[0]?.toUpperCase()}${transcription.slice(1)}`;
}
