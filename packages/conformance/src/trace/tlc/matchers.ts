import { isTuple, type Json, key, nameOf, parseValue, TlaSet, type TlaValue } from '@synod/tla';
import type { Pattern } from '../pattern.js';
import type { Library } from './library.js';
import type { Names } from './names.js';
import { entriesOf, isInteger32, type ModelValueNames, stringText, valueText } from './value-text.js';

/** The operators of a generated module that say whether a value is as a pattern says. */
export interface Matchers {
  /** The definitions so far: of those asked for, and of what they need. */
  readonly definitions: readonly string[];
  /** The name of the operator for a pattern; the same for patterns that say the same. */
  of(pattern: Pattern): string;
}

/**
 * Makes such operators. TLC refuses to compare values of different types, where a value of another type than observed is
 * simply another value. So whatever is compared are the texts of values (`ToString`), of which there is one for each
 * value mostly: it is only where the texts differ that the parts are looked at.
 */
export function matchersOf(names: Names, library: Library, modelValues: ModelValueNames): Matchers {
  const basis = basisOf(names, library);
  const { v, e, d, s } = basis;
  const definitions: string[] = [...basis.definitions];
  const known = new Map<string, string>();
  const matcherName = names.series('Matches');
  const constantName = names.series('Text');

  const shared = (name: (index: number) => string, head: (name: string) => string, body: string): string => {
    const given = known.get(head('') + body);
    if (given !== undefined) return given;
    const fresh = name(known.size + 1);
    known.set(head('') + body, fresh);
    definitions.push(`${head(fresh)} == ${body}`);
    return fresh;
  };
  const operator = (body: string): string => shared(matcherName, (name) => `${name}(${v})`, body);
  /** A definition without parameters: TLC evaluates it once. */
  const constant = (body: string): string => shared(constantName, (name) => name, body);
  const textOf = (text: string): string => constant(library.text(text));

  const nothing = (): string => operator('FALSE');
  const ofTexts = (texts: readonly string[]): string => {
    const [only, second] = texts;
    if (only === undefined) return nothing();
    return operator(`${basis.text(v)} ${second === undefined ? `= ${only}` : `\\in {${texts.join(', ')}}`}`);
  };
  /** The texts of what a scalar may be: a string stands for a model value, too. */
  const scalarTexts = (value: TlaValue): readonly string[] | undefined => {
    if (typeof value === 'object') return undefined;
    if (typeof value === 'string') {
      return [stringText(value), modelValues.get(value)].flatMap((text) => (text === undefined ? [] : [textOf(text)]));
    }
    const text = valueText(value, modelValues, library);
    return text === undefined ? [] : [textOf(text)];
  };

  const ofValue = (value: TlaValue): string => {
    const scalar = scalarTexts(value);
    if (scalar !== undefined) return ofTexts(scalar);
    const text = valueText(value, modelValues, library);
    if (text === undefined) return nothing();
    return operator(`LET ${s} == ${basis.text(v)} IN ${s} = ${textOf(text)} \\/ ${
      value instanceof TlaSet ? ofSet(value) : ofFunction(value as Exclude<typeof value, string>)
    }`);
  };
  return { definitions, of };
}
