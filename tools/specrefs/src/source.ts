import {
  type Comment,
  childrenOf,
  type Node,
  nameOf,
  nodeIn,
  nodesIn,
  type Parsed,
  parseTypeScript,
} from './typescript.js';

/** A `//` comment after code on the same line: what stands behind its slashes. */
export interface Trailing {
  readonly line: number;
  readonly text: string;
}

/** Something that a file exports, or a field of a type that it exports. */
export interface Declaration {
  readonly kind: 'function' | 'type' | 'field';
  readonly name: string;
  /** The names of a function's parameters; a pattern is `…`. */
  readonly parameters: readonly string[];
  readonly line: number;
  readonly trailing: readonly Trailing[];
}

/** A `@spec` in a comment, and the declaration that it stands directly above. */
export interface Tag {
  /** What follows it, such as `Paxos!Phase1b`. */
  readonly reference: string;
  readonly line: number;
  readonly declaration: Declaration | undefined;
}

/** What of a TypeScript file is held against a specification. */
export interface Source {
  readonly file: string;
  readonly declarations: readonly Declaration[];
  readonly tags: readonly Tag[];
  /** The names in its `export { … }`. */
  readonly passedOn: readonly string[];
}

/**
 * Reads what a file exports, with the comments that refer to a specification.
 *
 * @throws InputError if it is no TypeScript
 */
export function readSource(text: string, file: string): Source {
  const parsed = parseTypeScript(text, file);
  const exported = parsed.statements.filter(({ type }) => type === 'ExportNamedDeclaration');
  const placed = exported.flatMap((statement) => declarationsIn(statement, parsed));
  return {
    file,
    declarations: placed.map(({ declaration }) => declaration),
    tags: parsed.comments.flatMap((comment) => tagsIn(comment, placed, parsed)),
    passedOn: exported
      .flatMap((statement) => nodesIn(statement, 'specifiers'))
      .flatMap((specifier) => nameOf(nodeIn(specifier, 'exported')) ?? []),
  };
}

interface Placed {
  readonly start: number;
  readonly declaration: Declaration;
}

function declarationsIn(statement: Node, parsed: Parsed): readonly Placed[] {
  const declared = nodeIn(statement, 'declaration');
  if (declared === undefined) return [];
  const { start } = statement;
  switch (declared.type) {
    case 'FunctionDeclaration':
      return placedFunction(start, declared, declared, parsed);
    case 'VariableDeclaration':
      return nodesIn(declared, 'declarations').flatMap((variable) => {
        const value = marked(nodeIn(variable, 'init'));
        const isFunction = value?.type === 'ArrowFunctionExpression' || value?.type === 'FunctionExpression';
        return isFunction ? placedFunction(start, variable, value, parsed) : [];
      });
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      return [...placedAt(start, 'type', declared, parsed), ...fieldsIn(declared, parsed)];
    default:
      return [];
  }
}

/** What stands in `operator(…)`, by which a function says that it depends on its arguments only; all else as it is. */
function marked(value: Node | undefined): Node | undefined {
  const isMarked = value?.type === 'CallExpression' && nameOf(nodeIn(value, 'callee')) === 'operator';
  return isMarked ? nodesIn(value, 'arguments')[0] : value;
}

function placedFunction(start: number, named: Node, code: Node, parsed: Parsed): readonly Placed[] {
  const parameters = nodesIn(code, 'params').map(
    (parameter) => nameOf(parameter) ?? nameOf(nodeIn(parameter, 'left')) ?? '…',
  );
  return placedAt(start, 'function', named, parsed, parameters);
}

function fieldsIn(node: Node, parsed: Parsed): readonly Placed[] {
  const own = node.type === 'TSPropertySignature' ? placedAt(node.start, 'field', node, parsed) : [];
  return [...own, ...childrenOf(node).flatMap((child) => fieldsIn(child, parsed))];
}

function placedAt(
  start: number,
  kind: Declaration['kind'],
  node: Node,
  parsed: Parsed,
  parameters: readonly string[] = [],
): readonly Placed[] {
  const name = nameOf(nodeIn(node, 'id') ?? nodeIn(node, 'key'));
  if (name === undefined) return [];
  const trailing = trailingIn(start, node.end, parsed);
  return [{ start, declaration: { kind, name, parameters, line: parsed.lineOf(start), trailing } }];
}

/** The trailing comments of the lines from one offset to another. */
function trailingIn(start: number, end: number, parsed: Parsed): readonly Trailing[] {
  const { text, comments } = parsed;
  const endOfLine = text.indexOf('\n', end);
  return comments
    .filter((comment) => comment.type === 'Line' && comment.start >= start)
    .filter((comment) => endOfLine < 0 || comment.start < endOfLine)
    .filter((comment) => /\S/.test(text.slice(text.lastIndexOf('\n', comment.start) + 1, comment.start)))
    .map((comment) => ({ line: parsed.lineOf(comment.start), text: comment.value }));
}

function tagsIn(comment: Comment, placed: readonly Placed[], parsed: Parsed): readonly Tag[] {
  const isDocumentation = comment.type === 'Block' && comment.value.startsWith('*');
  const next = isDocumentation ? comment.end + parsed.text.slice(comment.end).search(/\S|$/) : undefined;
  const declaration = placed.find(({ start }) => start === next)?.declaration;
  return Array.from(comment.value.matchAll(/@spec\b[ \t]*([^\s*]*)/g), (match) => ({
    reference: match[1] ?? '',
    line: parsed.lineOf(comment.start + 2 + match.index),
    declaration,
  }));
}
