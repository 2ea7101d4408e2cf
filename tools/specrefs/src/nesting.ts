import { type Definition, type Expression, parseModule, type Span } from '@synod/compiler';
import { InputError } from '@synod/tla';
import type { Trailing } from './source.js';

/** Comments with a module's words, which say something else by how they are indented. */
export interface OtherNesting {
  readonly codeLine: number;
  readonly specLine: number;
  /** What is wrong, as the end of a sentence on the comments. */
  readonly what: string;
}

const header = ['---- MODULE Comments ----', 'Commented =='];

/**
 * Reads comments as TLA+, where the indentation of bullets is what brackets are elsewhere, and compares their
 * meaning with an expression's. To be asked only of comments that have the expression's words.
 *
 * @returns undefined if they mean the same
 */
export async function otherNesting(
  body: Expression,
  comments: readonly Trailing[],
): Promise<OtherNesting | undefined> {
  const text = [...header, ...comments.map((comment) => comment.text), '===='].join('\n');
  const lineOf = (line: number): number =>
    comments[Math.min(Math.max(line - header.length, 1), comments.length) - 1]?.line ?? 0;
  try {
    const { units } = await parseModule(text, 'comments');
    const read = units.find(
      (unit): unit is Definition & (typeof units)[number] => unit.type === 'definition',
    );
    if (read === undefined) throw new Error('a module with a definition has one');
    const unlike = firstUnlike(body, read.body, { spec: body.span, code: read.body.span });
    return unlike === undefined
      ? undefined
      : { codeLine: lineOf(unlike.code.line), specLine: unlike.spec.line, what: 'nest otherwise' };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const what = `cannot be read as TLA+ (${error.message})`;
    return { codeLine: lineOf(error.place.line ?? 0), specLine: body.span.line, what };
  }
}

interface Spans {
  readonly spec: Span;
  readonly code: Span;
}

/** The spans of the innermost parts around the first difference of two trees. */
function firstUnlike(spec: unknown, code: unknown, around: Spans): Spans | undefined {
  if (!isTree(spec) || !isTree(code)) return spec === code ? undefined : around;
  const here = {
    spec: (spec['span'] as Span | undefined) ?? around.spec,
    code: (code['span'] as Span | undefined) ?? around.code,
  };
  for (const field of new Set([...Object.keys(spec), ...Object.keys(code)])) {
    const found = field === 'span' ? undefined : firstUnlike(spec[field], code[field], here);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isTree(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
