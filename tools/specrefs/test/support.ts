import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Comparison, compareText, type Exception } from '../src/index.js';

export const root: string = resolve(import.meta.dirname, '../../..');

const modules = ['Consensus', 'Voting', 'Paxos'];

/** The folders of the packages in a tree like this repository. */
export function packagesIn(tree: string): { readonly [module: string]: string } {
  return Object.fromEntries(modules.map((module) => [module, join(tree, 'packages', module.toLowerCase())]));
}

/** A change of a text in a file. */
export interface Edit {
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

/** Makes a copy of the specifications and of the packages' sources, changes it, and lets it be compared. */
export async function withTree<T>(edits: readonly Edit[], work: (tree: string) => Promise<T>): Promise<T> {
  const tree = mkdtempSync(join(realpathSync(tmpdir()), 'synod-specrefs-'));
  try {
    for (const module of modules) {
      cpSync(join(root, 'specs', `${module}.tla`), join(tree, 'specs', `${module}.tla`));
      const folder = join('packages', module.toLowerCase(), 'src');
      cpSync(join(root, folder), join(tree, folder), { recursive: true });
    }
    for (const { file, from, to } of edits) {
      const text = readFileSync(join(tree, file), 'utf8');
      const changed = text.replace(from, () => to);
      if (changed === text) throw new Error(`${file} has no ${from}`);
      writeFileSync(join(tree, file), changed);
    }
    return await work(tree);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** Compares a tree. */
export function compareTree(tree: string, exceptions?: readonly Exception[]): Promise<Comparison> {
  return compareText(join(tree, 'specs'), packagesIn(tree), exceptions);
}

/** The problems of a changed copy, as the command line shows them, with files named from the copy's folder. */
export function problemsWith(
  edits: readonly Edit[],
  exceptions?: readonly Exception[],
): Promise<readonly string[]> {
  return withTree(edits, async (tree) => {
    const { problems } = await compareTree(tree, exceptions);
    return problems.map(({ file, line, message }) =>
      `${file}:${line}: ${message}`.replaceAll(`${tree}/`, ''),
    );
  });
}
