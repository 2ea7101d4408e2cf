import { type Cursor, skipBlanks, take, unexpected, word } from './cursor.js';
import { InputError, type Place } from './error.js';
import type { ValueEntry } from './memo.js';
import { skim, stringEnd } from './skim.js';
import { type ValueReader, valueReader } from './value-reader.js';

/**
 * The texts of the elements of a printed tuple, without reading them: `<<"S", <<1, 2>>>>` gives `"S"` and
 * `<<1, 2>>`. They are slices: what is kept for long should be read, or copied.
 *
 * @param place where the text begins, for messages
 * @throws InputError if the text is not a tuple
 */
export function splitTuple(text: string, place: Place = {}): readonly string[] {
  const cursor: Cursor = { text, at: 0, place };
  const elements: string[] = [];
  skipBlanks(cursor);
  if (!take(cursor, '<<')) throw unexpected(cursor, '"<<"');
  skipBlanks(cursor);
  if (take(cursor, '>>')) return ended(cursor, elements);
  for (;;) {
    skipBlanks(cursor);
    const start = cursor.at;
    skipElement(cursor);
    elements.push(text.slice(start, cursor.at));
    skipBlanks(cursor);
    if (take(cursor, '>>')) return ended(cursor, elements);
    if (!take(cursor, ',')) throw unexpected(cursor, '"," or ">>"');
  }
}

function ended(cursor: Cursor, elements: readonly string[]): readonly string[] {
  if (!Number.isNaN(skipBlanks(cursor))) throw unexpected(cursor, 'the end of the tuple');
  return elements;
}

/** Passes over one value: a bracket or a string to its end, a number, a range or a name, `SUBSET` and its set. */
function skipElement(cursor: Cursor): void {
  const { text, at } = cursor;
  const c = text.charCodeAt(at);
  const end = c === 34 ? stringEnd(text, at, text.length) : skim(text, at, text.length);
  if (end >= 0) {
    cursor.at = end;
    return;
  }
  if (c === 34 || c === 123 || c === 91 || c === 40 || c === 60) {
    throw new InputError('syntax', 'The tuple ends in the middle of a value.', cursor.place);
  }
  while (take(cursor, 'SUBSET ')) {
    skipBlanks(cursor);
    const operand = skim(text, cursor.at, text.length);
    if (operand >= 0) {
      cursor.at = operand;
      return;
    }
  }
  take(cursor, '-');
  if (word(cursor) === '') throw unexpected(cursor, 'a value');
  if (take(cursor, '..')) {
    take(cursor, '-');
    word(cursor);
  }
}

/** Reads tuples of the same kind, remembering the text of each element. */
export type TupleReader = (text: string, place?: Place) => readonly ValueEntry[];

/**
 * A reader for the tuples that a specification prints with `PrintT(<<…>>)`. An element whose text was read
 * before costs one look-up, and is the same object as then.
 */
export function tupleReader(): TupleReader {
  const read = elementsReader();
  return (text, place) => read(splitTuple(text, place), place);
}

/** The same for tuples that are already taken apart. */
export function elementsReader(): (texts: readonly string[], place?: Place) => readonly ValueEntry[] {
  // One for each place in the tuple: there the texts are of a kind, and recur or do not.
  const readers: ValueReader[] = [];
  return (texts, place) =>
    texts.map((text, index) => {
      const read = readers[index] ?? valueReader();
      if (readers.length === index) readers.push(read);
      return read(text, place);
    });
}
