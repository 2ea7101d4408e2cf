import type { TlaValue } from '@synod/tla';
import { definitionsBeside } from './definitions.js';
import { kindsOf } from './kinds.js';
import type { Library } from './library.js';
import type { Names } from './names.js';
import { type ModelValueNames, stringText, valueText } from './value-text.js';

/** The formula that says whether the value of an expression is as observed. */
export type Test = (expression: string) => string;

/** What is said of an argument of a function, and of the value there. */
export interface EntryTest {
  readonly argument: Test;
  readonly value: Test;
  /** The argument as an expression, if it can be nothing else. */
  readonly expression?: string | undefined;
}

/** What it takes to write tests. */
export interface Writing {
  /** The definitions that the tests so far use. */
  readonly lines: () => readonly string[];
  /** A test that is an operator of its own, with this body for its parameter; the same one for the same body. */
  readonly define: (body: Test) => Test;
  readonly modelValues: ModelValueNames;
  /** The expression of a value, if it has one. */
  readonly expression: (value: TlaValue) => string | undefined;
  /** The name of a constant: the text of the value of an expression. */
  readonly textOf: (expression: string) => string;
  /** The texts that a scalar may have: a string stands for a model value, too. Undefined for what is no scalar. */
  readonly scalarTexts: (value: TlaValue) => readonly string[] | undefined;
  readonly hasText: (texts: readonly string[]) => Test;
  readonly isSet: Test;
  readonly isFunction: Test;
  readonly hasSize: (compare: '=' | '>=', size: number) => Test;
  readonly eachElement: (test: Test) => Test;
  readonly someElement: (test: Test) => Test;
  /** So many elements at least. */
  readonly elementsLike: (test: Test, count: number) => Test;
  readonly someArgument: (entry: EntryTest) => Test;
  /** A function has exactly these arguments. */
  readonly exactly: (entries: readonly EntryTest[]) => Test;
}

export function all(tests: readonly Test[]): Test {
  return (value) => `(${tests.map((test) => test(value)).join(' /\\ ')})`;
}

export function either(tests: readonly Test[]): Test {
  return (value) => `(${tests.map((test) => test(value)).join(' \\/ ')})`;
}

export function writingOf(names: Names, library: Library, modelValues: ModelValueNames): Writing {
  const kinds = kindsOf(names, library);
  const [parameter, e, d] = ['value', 'element', 'argument'].map(names.fresh) as [string, string, string];
  const definitions = definitionsBeside(names, 'Matches', 'Text');
  const textOf = (expression: string): string => definitions.constant(library.text(expression));
  const expression = (value: TlaValue): string | undefined => valueText(value, modelValues, library);
  const hasText = (texts: readonly string[]): Test => {
    const [only, second] = texts;
    if (only === undefined) return () => 'FALSE';
    if (second === undefined) return (value) => `${library.text(value)} = ${only}`;
    const name = definitions.constant(`{${[...new Set(texts)].toSorted().join(', ')}}`);
    return (value) => `${library.text(value)} \\in ${name}`;
  };
  const hasSize = (compare: '=' | '>=', size: number): Test =>
    compare === '='
      ? (value) => `${library.size(value)} = ${size}`
      : (value) => library.atLeast(library.size(value), String(size));
  const someArgument =
    ({ argument, value }: EntryTest): Test =>
    (of) =>
      `(\\E ${d} \\in DOMAIN ${of} : ${argument(d)} /\\ ${value(`${of}[${d}]`)})`;
  return {
    lines: () => [...kinds.definitions, ...definitions.lines],
    define: (body) => {
      const name = definitions.operator(parameter, body(parameter));
      return (value) => `${name}(${value})`;
    },
    modelValues,
    expression,
    textOf,
    scalarTexts: (value) => {
      if (typeof value === 'object') return undefined;
      const isString = typeof value === 'string';
      const said = isString ? [stringText(value), modelValues.get(value)] : [expression(value)];
      return said.flatMap((text) => (text === undefined ? [] : [textOf(text)]));
    },
    hasText,
    isSet: (value) => kinds.isSet(library.text(value)),
    isFunction: (value) => kinds.isFunction(library.text(value)),
    hasSize,
    eachElement: (test) => (value) => `(\\A ${e} \\in ${value} : ${test(e)})`,
    someElement: (test) => (value) => `(\\E ${e} \\in ${value} : ${test(e)})`,
    elementsLike: (test, count) => (value) => hasSize('>=', count)(`{${e} \\in ${value} : ${test(e)}}`),
    someArgument,
    exactly: (entries) => {
      const size: Test = (value) => hasSize('=', entries.length)(`DOMAIN ${value}`);
      const plain = entries.flatMap((entry) => (entry.expression === undefined ? [] : [entry.expression]));
      if (entries.length === 0 || plain.length < entries.length) {
        return all([size, ...entries.map(someArgument)]);
      }
      const isArgument = hasText(plain.map(textOf));
      return all([
        size,
        (value) => `(\\A ${d} \\in DOMAIN ${value} : ${isArgument(d)})`,
        ...entries.map(
          (entry): Test =>
            (value) =>
              entry.value(`${value}[${entry.expression}]`),
        ),
      ]);
    },
  };
}
