import { type Chunks, InputError, type Place } from '@synod/tla';

/** A line with something in it. */
export interface Line {
  readonly text: string;
  readonly place: Place;
  /** Whether it is the last one and does not end in a newline: its writer may have died while writing it. */
  readonly open: boolean;
}

/** No line may be longer than this many bytes. */
export const longestLine: number = 16 * 1024 * 1024;

/** Chunks are looked at in pieces of this size, so that only a line's own length decides what is kept. */
const pieceSize = 1024 * 1024;

const newline = 10;

/**
 * The lines of a file, as soon as their newlines arrive; blank ones are passed over. Nothing longer than the longest
 * line is kept.
 *
 * @param file its name, for messages
 * @throws InputError, with the line, for a line that is too long or is not UTF-8
 */
export async function* readLines(chunks: Chunks, file: string): AsyncGenerator<Line> {
  const lines = splitLines(file);
  for await (const chunk of chunks) yield* lines.push(chunk);
  yield* lines.end();
}

/** Takes a file in pieces, and gives its lines. */
export interface LineSplitter {
  /** The next piece of the file: the lines that end in it, to be gone through before the next is given. */
  push(chunk: Uint8Array | string): Iterable<Line>;
  /** After the last piece: what stands behind the last newline. */
  end(): Iterable<Line>;
}

/** What {@link readLines} does, for whoever has the pieces at hand. */
export function splitLines(file: string): LineSplitter {
  const encoder = new TextEncoder();
  let rest: Uint8Array[] = [];
  let restLength = 0;
  let number = 1;
  function* push(chunk: Uint8Array | string): Generator<Line> {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    for (let at = 0; at < bytes.length; at += pieceSize) {
      const piece = bytes.subarray(at, at + pieceSize);
      const first = piece.indexOf(newline);
      if (restLength + (first < 0 ? piece.length : first) > longestLine)
        throw tooLong({ file, line: number });
      if (first < 0) {
        // A copy: the caller may use its buffer again.
        rest.push(piece.slice());
        restLength += piece.length;
        continue;
      }
      const cut = piece.lastIndexOf(newline) + 1;
      const texts = textsOf(join([...rest, piece.subarray(0, cut)]));
      yield* linesOf(texts, file, number);
      number += texts.length;
      rest = cut < piece.length ? [piece.slice(cut)] : [];
      restLength = piece.length - cut;
    }
  }
  return { push, end: () => (restLength > 0 ? lastLine(rest, file, number) : []) };
}

function* linesOf(texts: readonly (string | undefined)[], file: string, first: number): Generator<Line> {
  for (const [index, text] of texts.entries()) {
    const line = first + index;
    if (text === undefined) throw noText({ file, line });
    // The mark that some editors put before a text says nothing.
    const content = line === 1 && text.startsWith('\ufeff') ? text.slice(1) : text;
    if (content.trim() !== '') yield { text: content, place: { file, line }, open: false };
  }
}

/** The line that stands behind the last newline. */
export function* lastLine(parts: readonly Uint8Array[], file: string, line: number): Generator<Line> {
  const bytes = join(parts);
  const begun = decodeStrictly(bytes, { stream: true });
  // A character cut in two is a line cut in two: what stands for it keeps the line from being parsed.
  const text = decodeStrictly(bytes) ?? (begun === undefined ? undefined : `${begun}\ufffd`);
  for (const last of linesOf([text], file, line)) yield { ...last, open: true };
}

/** The texts of whole lines; undefined for those that are no UTF-8. To decode them all at once is faster. */
function textsOf(block: Uint8Array): readonly (string | undefined)[] {
  const text = decodeStrictly(block);
  // What stands behind the last newline is nothing.
  if (text !== undefined) return text.split('\n').slice(0, -1);
  const texts: (string | undefined)[] = [];
  for (let start = 0; start < block.length; ) {
    const end = block.indexOf(newline, start);
    texts.push(decodeStrictly(block.subarray(start, end)));
    start = end + 1;
  }
  return texts;
}

function decodeStrictly(bytes: Uint8Array, options?: { readonly stream: boolean }): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, options);
  } catch {
    return undefined;
  }
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** For a line that is not UTF-8. */
export function noText(place: Place): InputError {
  const message = 'this line is not UTF-8: a trace is UTF-8 text, one JSON object a line, not compressed.';
  return new InputError('encoding', message, place);
}

/** For a line that is too long. */
export function tooLong(place: Place): InputError {
  const message = `this line is longer than ${longestLine / 1024 / 1024} MiB: a trace has one event a line.`;
  return new InputError('long-line', message, place);
}
