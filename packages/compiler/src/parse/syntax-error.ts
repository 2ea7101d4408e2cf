import { InputError } from '@synod/tla';
import { type Node, nodePlace } from './node.js';
import type { Source } from './source.js';

/** The first place, in reading order, at which the text stops being TLA+; undefined if it is TLA+ throughout. */
export function syntaxError(root: Node, source: Source): InputError | undefined {
  const node = innermost(root);
  if (node === undefined) return undefined;
  const definition = definitionWithin(node);
  if (definition !== undefined) {
    return new InputError(
      'tla-syntax',
      `the definition of \`${definition.text}\` cannot be read as TLA+`,
      nodePlace(definition, source),
    );
  }
  const found = source.text.slice(node.startIndex, node.endIndex).trim().split(/\s/, 1)[0] ?? '';
  const what = node.isMissing
    ? `\`${node.type}\` is missing here`
    : found === ''
      ? 'the text ends too early'
      : `the text cannot be read as TLA+ from here on (\`${found.slice(0, 30)}\`)`;
  return new InputError('tla-syntax', what, nodePlace(node, source));
}

/** The innermost of the first nest of erroneous nodes: the outer ones begin long before the mistake. */
function innermost(node: Node): Node | undefined {
  if (!node.hasError) return undefined;
  for (const child of node.children) {
    const found = innermost(child);
    if (found !== undefined) return found;
  }
  return node.type === 'ERROR' || node.isMissing ? node : undefined;
}

/** Where nothing smaller than a stretch of the module is erroneous: the name of the definition in which reading stopped. */
function definitionWithin(node: Node): Node | undefined {
  const index = node.children.findLastIndex((child) => child.type === 'def_eq');
  const [name] = index < 1 ? [] : node.children.slice(index - 1, index);
  return name?.type === 'identifier' ? name : undefined;
}
