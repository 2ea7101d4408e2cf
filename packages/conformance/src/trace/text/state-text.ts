import { difference, key, TlaSet, type TlaValue } from '@synod/tla';
import type { StateValues } from '../../divergence.js';

/** A set with a longer text than this is written with an element a line. */
const wide = 72;

/** A state, a conjunct a line, as TLC prints it. */
export function stateText(state: StateValues): readonly string[] {
  return Object.entries(state).flatMap(([variable, value]) => {
    const head = `    /\\ ${variable} = `;
    if (!(value instanceof TlaSet) || value.key.length <= wide) return [head + key(value)];
    const indent = ' '.repeat(head.length + 1);
    return value.keys.map((element, index) => {
      const end = index === value.keys.length - 1 ? '}' : ',';
      return (index === 0 ? `${head}{` : indent) + element + end;
    });
  });
}

/** Of a next state, what is not as it was; of a large set, what has come to it and what has gone. */
export function changesText(from: StateValues, to: StateValues): readonly string[] {
  const lines = Object.entries(to).flatMap(([variable, value]) => {
    const before = from[variable];
    if (before === undefined || key(before) === key(value)) return [];
    return [`    /\\ ${variable}' = ${changed(variable, before, value)}`];
  });
  return lines.length === 0 ? ['    the same state'] : lines;
}

function changed(variable: string, before: TlaValue, after: TlaValue): string {
  if (!(before instanceof TlaSet) || !(after instanceof TlaSet) || after.key.length <= wide)
    return key(after);
  const [added, removed] = [difference(after, before), difference(before, after)];
  return `${variable}${removed.size > 0 ? ` \\ ${removed.key}` : ''}${added.size > 0 ? ` \\cup ${added.key}` : ''}`;
}
