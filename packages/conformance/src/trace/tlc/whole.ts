import { key, TlaSet, type TlaValue } from '@synod/tla';
import { isBuildable } from './buildable.js';
import { entriesOf, namesModelValue } from './value-text.js';
import { all, type EntryTest, either, type Test, type Writing } from './writing.js';

/** Says whether a value is this one; strings in it stand for model values, too. */
export type WholeTest = (value: TlaValue) => Test;

export function wholeTest(writing: Writing): WholeTest {
  const known = new Map<string, Test>();
  const whole: WholeTest = (value) => {
    const name = key(value);
    const found = known.get(name);
    if (found !== undefined) return found;
    const made = make(value);
    known.set(name, made);
    return made;
  };
  const make = (value: TlaValue): Test => {
    const texts = writing.scalarTexts(value);
    if (texts !== undefined) return writing.hasText(texts);
    if (writing.expression(value) === undefined) return () => 'FALSE';
    const parts =
      value instanceof TlaSet
        ? setParts(value, whole, writing)
        : functionParts(value as Structure, whole, writing);
    const own = ownText(value, writing);
    return writing.define(own.length === 0 ? parts : either([writing.hasText(own), parts]));
  };
  return whole;
}

/** The text that a value has in TLC, if TLC can make it. */
function ownText(value: TlaValue, { expression, textOf, modelValues }: Writing): readonly string[] {
  return isBuildable(value, modelValues) ? [textOf(expression(value) as string)] : [];
}

type Structure = Parameters<typeof entriesOf>[0];

function setParts({ elements }: TlaSet<TlaValue>, whole: WholeTest, writing: Writing): Test {
  const { isSet, hasSize, hasText, eachElement, someElement, scalarTexts, modelValues } = writing;
  // A string and the model value of its name may both be in the set, and are one element of what is observed.
  const loose = elements.some((element) => namesModelValue(element, modelValues));
  const size = [isSet, hasSize(loose ? '>=' : '=', elements.length)];
  if (elements.length === 0) return all(size);
  const others = elements.filter((element) => scalarTexts(element) === undefined);
  const texts = elements.flatMap((element) => scalarTexts(element) ?? ownText(element, writing));
  const each = eachElement(either([...(texts.length === 0 ? [] : [hasText(texts)]), ...others.map(whole)]));
  return all([...size, each, ...(loose ? elements.map((element) => someElement(whole(element))) : [])]);
}

function functionParts(value: Structure, whole: WholeTest, writing: Writing): Test {
  const { domain, values } = entriesOf(value);
  const entries = domain.map(
    (argument, i): EntryTest => ({
      argument: whole(argument),
      value: whole(values[i] as TlaValue),
      expression: plain(argument, writing),
    }),
  );
  return all([writing.isFunction, writing.exactly(entries)]);
}

/** The expression of a scalar that stands for nothing else. */
function plain(argument: TlaValue, { expression, modelValues }: Writing): string | undefined {
  return typeof argument === 'object' || namesModelValue(argument, modelValues)
    ? undefined
    : expression(argument);
}
