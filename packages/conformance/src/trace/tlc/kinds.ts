import type { Library } from './library.js';
import type { Names } from './names.js';

/** The operators by which a generated module tells values of one kind from those of another. */
export interface Kinds {
  readonly definitions: readonly string[];
  /** Whether the value with this text is a set. */
  readonly isSet: (text: string) => string;
  /** Whether it is a function: a record, a tuple, or any other. */
  readonly isFunction: (text: string) => string;
}

/**
 * TLC has no operator that takes any value and tells its kind, but for `ToString`: the kind is told from how the text begins.
 * A set that is too large to be listed begins like a function; nothing observed is like it.
 */
export function kindsOf({ fresh }: Names, library: Library): Kinds {
  const [isSet, isFunction, isRange, openings, digits, text, first, i] = [
    'TextOfSet',
    'TextOfFunction',
    'TextOfRange',
    'Openings',
    'Digits',
    'text',
    'first',
    'i',
  ].map(fresh) as [string, string, string, string, string, string, string, string];
  const character = library.part(text, i, i);
  return {
    definitions: [
      `${openings} == {"<", "[", "("}`,
      `${digits} == {"-", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}`,
      // 1..3 begins like a number.
      `${isRange}(${text}) == \\E ${i} \\in ${library.upTo(library.length(text))} : ${character} = "."`,
      `${isSet}(${text}) == LET ${first} == ${library.part(text, '1', '1')} IN ${[
        `${first} = "{"`,
        `(${first} \\in ${digits} /\\ ${isRange}(${text}))`,
        `(${first} = "S" /\\ ${library.less('7', library.length(text))} /\\ ${library.part(text, '1', '7')} = "SUBSET ")`,
      ].join(' \\/ ')}`,
      `${isFunction}(${text}) == ${library.part(text, '1', '1')} \\in ${openings}`,
    ],
    isSet: (of) => `${isSet}(${of})`,
    isFunction: (of) => `${isFunction}(${of})`,
  };
}
