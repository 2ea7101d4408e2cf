import type { Pattern } from '../pattern.js';
import type { Library } from './library.js';
import type { Names } from './names.js';
import { resemblingTest } from './resembling.js';
import type { ModelValueNames } from './value-text.js';
import { wholeTest } from './whole.js';
import { all, type Test, writingOf } from './writing.js';

/** The formulas of a generated module that say whether a value is as a pattern says. */
export interface Matchers {
  /** The definitions that they use. */
  readonly lines: () => readonly string[];
  readonly of: (pattern: Pattern) => Test;
}

/**
 * Makes such formulas. TLC refuses to compare values of different types, where a value of another type than the observed
 * one is simply another value. So it is texts that are compared (`ToString`): equal texts are equal values. Where they
 * differ, be it only because a string stands for a model value, the parts are looked at.
 */
export function matchersOf(names: Names, library: Library, modelValues: ModelValueNames): Matchers {
  const writing = writingOf(names, library, modelValues);
  const whole = wholeTest(writing);
  const resembling = resemblingTest(writing, whole);
  const of = (pattern: Pattern): Test => {
    switch (pattern.type) {
      case 'whole':
        return whole(pattern.value);
      case 'at': {
        if (pattern.entries.length === 0) return () => 'TRUE';
        const sorted = pattern.entries.toSorted((one, other) => (one.key < other.key ? -1 : 1));
        const entries = sorted.map((entry) =>
          writing.someArgument({ argument: whole(entry.argument), value: of(entry.pattern) }),
        );
        return writing.define(all([writing.isFunction, ...entries]));
      }
      case 'contains':
        return writing.define(
          all([writing.isSet, ...pattern.elements.map((element) => writing.someElement(of(element)))]),
        );
      case 'resembles':
        return resembling(pattern.json);
    }
  };
  return { lines: writing.lines, of };
}
