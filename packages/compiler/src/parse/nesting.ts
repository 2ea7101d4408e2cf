import { InputError } from '@synod/tla';
import type { Source } from './source.js';

/** How deep brackets may stand in brackets. The parser's time grows with the square of it. */
const deepest = 1000;

const marks = /"(?:\\.|[^"\\\r\n])*"?|<<|>>|[([{}\])]/g;
const opening = new Set(['(', '[', '{', '<<']);

/** @throws InputError `tla-too-large` for brackets nested so deeply that nobody wrote them, at the one that is too much */
export function refuseDeepNesting({ code, file, position }: Source): void {
  let depth = 0;
  for (const { 0: mark, index } of code.matchAll(marks)) {
    if (mark.startsWith('"')) continue;
    if (opening.has(mark)) depth += 1;
    // What closes nothing is the parser's to refuse.
    else if (depth > 0) depth -= 1;
    if (depth <= deepest) continue;
    const message = `brackets are nested more than ${deepest} deep: take the expression apart`;
    throw new InputError('tla-too-large', message, { file, ...position(index) });
  }
}
