import { InputError } from '@synod/tla';
import type { Source } from './source.js';

/** How much work a line may be, in tokens times characters. It takes about ten seconds. */
const most = 500_000_000;

/** Shorter lines are not looked at. */
const short = 10_000;

const tokens = /"(?:\\.|[^"\\])*"?|\w+|[^\s\w]/g;

/**
 * The parser asks for the column of each token, and counts it from the beginning of the line: its time grows with the
 * square of a line's length, not of the text's.
 *
 * @throws InputError `tla-too-large` for a line that would take it minutes
 */
export function refuseLongLines({ code, file }: Source): void {
  if (code.length < short) return;
  for (const [index, line] of code.split('\n').entries()) {
    if (line.length < short) continue;
    const found = line.match(tokens)?.length ?? 0;
    if (found * line.length <= most) continue;
    const message = `the line is too long to be read, ${found} tokens in ${line.length} characters: break it into several`;
    throw new InputError('tla-too-large', message, { file, line: index + 1 });
  }
}
