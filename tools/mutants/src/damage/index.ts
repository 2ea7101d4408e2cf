import { arithmetic, comparison, messageKind, number } from './comparisons.js';
import { except, field, member, send, statement, unassigned, unchanged, variable } from './effects.js';
import { conditional, constant, guard, implication, juncts, negation, quantifier } from './logic.js';
import { cut, elements, filter, including, inclusion, interval, shape } from './sets.js';
import type { Damage } from './suggestion.js';

/** Every kind of damage. Where two of them come to the same text, the first has it. */
export const damages: readonly Damage[] = [
  guard,
  except,
  send,
  including,
  comparison,
  arithmetic,
  number,
  juncts,
  implication,
  negation,
  quantifier,
  conditional,
  constant,
  cut,
  filter,
  interval,
  elements,
  inclusion,
  shape,
  messageKind,
  field,
  unchanged,
  unassigned,
  statement,
  member,
  variable,
];
