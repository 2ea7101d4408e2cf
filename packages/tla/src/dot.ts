import { type Chunks, eachLine } from './chunks.js';
import { dotFrame } from './dot-frame.js';
import { graphReader } from './dot-graph.js';
import { statementReader } from './dot-statement.js';
import type { DotHandler, DotOptions, DotSummary } from './dot-types.js';
import { InputError } from './error.js';

/**
 * Reads the graph that TLC writes with `-dump dot[,actionlabels,colorize,…] FILE`, in TLC 1.7.x and in later
 * versions.
 *
 * @throws InputError for what is no such file, is cut, has a step without its state or a state with two
 *   values, has not the counts given, was made with `strict` as far as that shows, or shows its initial states
 *   as ALIAS makes them. What does not show in a file: SYMMETRY, VIEW and a run that stopped early. Give counts,
 *   and look at the cfg.
 */
export async function readDot(
  chunks: Chunks,
  handler: DotHandler,
  options: DotOptions = {},
): Promise<DotSummary> {
  const { file } = options;
  const frame = dotFrame(file);
  const graph = graphReader(handler, options);
  const statement = statementReader();
  /** A statement whose label goes on in the next line, as the labels of `constrained` do. */
  let pending: { text: string; line: number; lines: number } | undefined;

  const read = (text: string, start: number, end: number, line: number): void => {
    const result = statement(text, start, end);
    if (result.type === 'node') graph.node(result, line);
    else if (result.type === 'edge') graph.edge(result, line);
    else if (result.type === 'bad') throw syntax(file, line, result.at - start + 1, result.expected);
    else {
      if (pending === undefined) pending = { text: '', line, lines: 0 };
      pending = { text: text.slice(start, end), line, lines: pending.lines + 1 };
      if (pending.lines > 100 || pending.text.length > 10_000_000) throw openLabel(file, line);
      return;
    }
    pending = undefined;
  };

  await eachLine(chunks, file, (block, start, end, line) => {
    if (pending !== undefined) {
      const text = `${pending.text}\n${block.slice(start, end)}`;
      read(text, 0, text.length, pending.line);
    } else if (frame.isStatement(block, start, end, line)) {
      read(block, start, end, line);
    }
  });
  if (pending !== undefined) throw openLabel(file, pending.line);
  frame.finish();
  return graph.finish(frame.writer());
}

/** For a line that is no statement. */
export function syntax(file: string | undefined, line: number, column: number, expected: string): InputError {
  return new InputError('dot-syntax', `Expected ${expected}.`, { file, line, column });
}

/** For a label whose end never comes. */
export function openLabel(file: string | undefined, line: number): InputError {
  const message = 'A label is not closed: TLC was stopped, or the file was cut. Export again.';
  return new InputError('dot-cut', message, { file, line });
}
