import { fileURLToPath } from 'node:url';
import { InputError } from '@synod/tla';
import type { Language, Tree, TreeCursor } from 'web-tree-sitter';
import type { Node } from './node.js';
import { withinStack } from './within-stack.js';

/** A parser with the grammar of TLA+. */
interface Grammar {
  readonly parse: (input: (index: number) => string) => Tree | null;
  readonly language: Language;
  /** By the number of a type or of a field. */
  readonly named: readonly boolean[];
}

let grammar: Promise<Grammar> | undefined;

/** Where the build puts the grammar (`grammar.mjs`), as seen from `src/parse` and from `dist/parse` alike. */
const grammarFile = (): URL => new URL('../../dist/grammar/tree-sitter-tlaplus.wasm', import.meta.url);

async function load(): Promise<Grammar> {
  const { Language, Parser } = await import('web-tree-sitter');
  await Parser.init();
  const language = await Language.load(fileURLToPath(grammarFile()));
  const parser = new Parser();
  parser.setLanguage(language);
  const named = language.types.map((_, type) => language.nodeTypeIsNamed(type));
  return { parse: (input) => parser.parse(input), language, named };
}

/** Begins to load the grammar, which takes a while; it is loaded once a process. */
export function prepareGrammar(): void {
  grammar ??= load();
  // Whoever waits for it is told; nobody may.
  grammar.catch(() => undefined);
}

/** Below the text and its module. */
const unitDepth = 2;

/** How much of the text the parser is given at once. It goes back and forth, and copies each time what it is given. */
const piece = 128;

/** The concrete tree of a text, of which nothing is left in the parser. */
export async function parseTree(text: string, file: string): Promise<Node> {
  prepareGrammar();
  const loaded = await (grammar as Promise<Grammar>);
  const tree = loaded.parse((index) => text.slice(index, index + piece));
  if (tree === null) throw new InputError('tla-syntax', 'the text could not be parsed');
  try {
    const cursor = tree.walk();
    try {
      let unit = 0;
      const line = (): number => text.slice(0, unit).split('\n').length;
      return withinStack(
        () => ({ file, line: line() }),
        () =>
          copy(cursor, text, loaded, (index) => {
            unit = index;
          }),
      );
    } finally {
      cursor.delete();
    }
  } finally {
    tree.delete();
  }
}

/**
 * A tree is copied once, since each question to the parser's own tree is a call into WebAssembly.
 *
 * @param atUnit is told where each unit of the module begins, before it is copied
 */
function copy(
  cursor: TreeCursor,
  text: string,
  { language, named }: Grammar,
  atUnit: (index: number) => void,
): Node {
  const visit = (depth: number): Node => {
    const type = cursor.nodeTypeId;
    const field = cursor.currentFieldId;
    const { startIndex, endIndex } = cursor;
    if (depth === unitDepth) atUnit(startIndex);
    const children: Node[] = [];
    // A token that is missing is one without text.
    const isMissing = startIndex === endIndex && cursor.nodeIsMissing;
    const name = language.types[type] ?? 'ERROR';
    let hasError = isMissing || name === 'ERROR';
    if (cursor.gotoFirstChild()) {
      do {
        const child = visit(depth + 1);
        if (child.hasError) hasError = true;
        children.push(child);
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
    return {
      type: name,
      isNamed: named[type] ?? true,
      field: field === 0 ? undefined : (language.fields[field] ?? undefined),
      startIndex,
      endIndex,
      text: text.slice(startIndex, endIndex),
      isMissing,
      hasError,
      children,
    };
  };
  return visit(0);
}
