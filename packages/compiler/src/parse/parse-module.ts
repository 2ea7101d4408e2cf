import { InputError } from '@synod/tla';
import { documentationAbove } from './comments.js';
import { readerOf } from './expression.js';
import { refuseLongLines } from './long-lines.js';
import type { Constants, Instance, Module, Statement, Unit, Variables } from './module.js';
import { refuseDeepNesting } from './nesting.js';
import { field, fields, type Node, part, parts, spanOf, unsupported } from './node.js';
import { readParameter, readRecursive } from './read-parameter.js';
import type { Reader } from './reader.js';
import { sourceOf } from './source.js';
import { type Definition, type Expression, placeOf } from './syntax.js';
import { syntaxError } from './syntax-error.js';
import { parseTree } from './tree.js';
import { withinStack } from './within-stack.js';

/**
 * Reads one module.
 *
 * @param text the contents of the file
 * @param file its name, for places in errors and reports
 * @throws InputError `tla-syntax`, `tla-precedence` for text that is not TLA+, `tla-unsupported` for what this package
 *   cannot read (proofs, several modules in a file, parts of formulas by number), `tla-too-large` for what is nested too
 *   deeply or stands in too long a line, each with file, line and column
 */
export async function parseModule(text: string, file: string): Promise<Module> {
  const source = sourceOf(text, file);
  if (source.code.trim() === '') {
    throw new InputError(
      'tla-syntax',
      'there is no module in this text: one begins with `---- MODULE Name ----`',
      { file },
    );
  }
  refuseDeepNesting(source);
  refuseLongLines(source);
  const tree = await parseTree(source.code, file);
  return withinStack({ file }, () => {
    const module = tree.children.find((node) => node.type === 'module');
    const error = syntaxError(tree, source);
    if (error !== undefined) throw error;
    if (module === undefined) throw new InputError('tla-syntax', 'there is no module in this text', { file });
    return readModule(module, readerOf(source));
  });
}

function readModule(module: Node, reader: Reader): Module {
  const { source } = reader;
  const extended = parts(module).find((child) => child.type === 'extends');
  const found: Unit[] = [];
  const nested: Module['nested'][number][] = [];
  for (const unit of parts(module)) {
    if (unit.type === 'module') {
      nested.push({ module: readModule(unit, readerOf(source)), before: found.length });
      continue;
    }
    const read = skipped.has(unit.type)
      ? undefined
      : withinStack(placeOf(spanOf(unit, source)), () => readUnit(unit, reader));
    if (read === undefined) continue;
    found.push({ ...read, documentation: documentationAbove(read.span.line, source.comments) });
  }
  const names = extended === undefined ? [] : parts(extended);
  const extends_ = names.map((name) => ({ name: name.text, span: spanOf(name, source) }));
  const within = new Set(nested.map((inner) => inner.module.name));
  const needs = [...extends_, ...reader.met.needs, ...nested.flatMap((inner) => inner.module.needs)];
  return {
    name: field(module, 'name').text,
    file: source.file,
    extends: extends_,
    needs: needs.filter(({ name }) => !within.has(name)),
    units: found,
    recursive: reader.met.recursive,
    nested,
    lines: source.text.split(/\r?\n/),
    code: source.code.split(/\r?\n/),
  };
}

/** Children of a module without a meaning for its definitions; `identifier` is its name. */
const skipped = new Set(['header_line', 'identifier', 'extends', 'single_line', 'double_line']);

/** A unit before its comments are looked up. */
type Bare = Constants | Variables | Statement | Instance | Definition;

function readUnit(node: Node, reader: Reader): Bare | undefined {
  const span = spanOf(node, reader.source);
  switch (node.type) {
    case 'constant_declaration': {
      const names = parts(node).map((name) => ({
        ...readParameter(name),
        span: spanOf(name, reader.source),
      }));
      return { type: 'constants', span, names };
    }
    case 'variable_declaration': {
      const names = parts(node).map((name) => ({ name: name.text, span: spanOf(name, reader.source) }));
      return { type: 'variables', span, names };
    }
    case 'recursive_declaration':
      readRecursive(node, reader);
      return undefined;
    case 'use_or_hide':
      return undefined;
    case 'operator_definition':
    case 'function_definition':
      return reader.definition(node);
    case 'local_definition': {
      const unit = readUnit(part(node, 0), reader);
      return unit?.type === 'definition' || unit?.type === 'instance' ? { ...unit, local: true } : unit;
    }
    case 'instance':
    case 'module_definition':
      return reader.instance(node);
    case 'assumption':
      return { type: 'assume', span, ...statement(node, parts(node).at(-1), reader) };
    case 'theorem':
      return { type: 'theorem', span, ...statement(node, field(node, 'statement'), reader) };
    default:
      throw unsupported(`\`${node.type.replaceAll('_', ' ')}\``, node, reader.source);
  }
}

function statement(
  node: Node,
  body: Node | undefined,
  reader: Reader,
): { name: string | undefined; body: Expression } {
  if (body === undefined) throw unsupported('an empty statement', node, reader.source);
  return { name: fields(node, 'name')[0]?.text, body: reader.expression(body) };
}
