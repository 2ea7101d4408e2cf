import { InputError, type Place } from '@synod/tla';
import { elements, linesOf, members } from '../read/scan-json.js';

/** Refuses a mapping for what is wrong at a place in it, such as `let.node` or `rule 3: action`. */
export type Refuse = (where: string, message: string) => never;

/** Refuses the mapping with this text. */
export function refuse(text: string, file: string): Refuse {
  return (where, message) => {
    throw new InputError('mapping', oneLine(`${where}: ${message}`), placeIn(text, file, where));
  };
}

/** The line on which a rule or a field of the mapping begins. */
function placeIn(text: string, file: string, where: string): Place {
  const fields = members(text);
  const [, rule] = /^rule (\d+)/.exec(where) ?? [];
  const name = rule === undefined ? /^\w+/.exec(where)?.[0] : 'lines';
  const field = fields.find((candidate) => candidate.name === name)?.at;
  if (field === undefined) return { file };
  const at = rule === undefined ? field : elements(text, field)[Number(rule) - 1];
  const [line] = at === undefined ? [] : linesOf(text, [at]);
  return { file, line };
}

/** A message in one line, whatever is quoted in it. */
export function oneLine(message: string): string {
  return message.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
