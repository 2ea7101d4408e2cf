import type { Module } from './module.js';
import type { Expression, Span } from './syntax.js';
import { subexpressions } from './walk.js';

/** One item of a bulleted list, and the bulleted lists within it. */
export interface Bullet {
  readonly bullet: '/\\' | '\\/';
  /** The item without its bullet. */
  readonly span: Span;
  readonly items: readonly Bullet[];
}

/** The bulleted lists of an expression: its items, or if it is no such list, those of the lists within it. */
export function bulletsOf(expression: Expression): Bullet[] {
  if ((expression.type !== 'conjunction' && expression.type !== 'disjunction') || !expression.bulleted) {
    return subexpressions(expression).flatMap(bulletsOf);
  }
  const bullet = expression.type === 'conjunction' ? '/\\' : '\\/';
  return expression.items.map((item) => ({ bullet, span: item.span, items: bulletsOf(item) }));
}

/** One line of a module's text. */
export interface SourceLine {
  /** Counted from 1. */
  readonly line: number;
  /** As it stands in the file. */
  readonly text: string;
  /** Without comments and without blanks at the end; indentation is kept. */
  readonly code: string;
}

/** The lines on which a span lies, whole: what stands before and after it on its first and last line is included. */
export function linesOf(module: Module, span: Span): SourceLine[] {
  const lines: SourceLine[] = [];
  for (let line = span.line; line <= span.endLine; line++) {
    lines.push({
      line,
      text: module.lines[line - 1] ?? '',
      code: (module.code[line - 1] ?? '').trimEnd(),
    });
  }
  return lines;
}
