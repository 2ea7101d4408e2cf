import type { Span } from '../../../parse/syntax.js';
import { concrete } from '../../../run/values/lazy.js';
import type { Stored, Value } from '../../../run/values/value.js';
import { FALSE, type Logic, TRUE } from '../symbolic/logic.js';
import { combine, enumeration, known, type Term, valueOf, where } from '../symbolic/term.js';
import { logicOf } from '../symbolic/views.js';
import { type Ground, isEvaluationError, nothing, raise } from './scope.js';

const failed = Symbol('failed');

/** An operator applied to known values; an error is raised as one. */
function attemptKnown(work: () => Value): Value | typeof failed {
  try {
    return work();
  } catch (error) {
    if (isEvaluationError(error)) return failed;
    throw error;
  }
}

/** What an operator on values makes of terms: for every combination of their values. */
export function lift(
  g: Ground,
  span: Span,
  terms: readonly Term[],
  operator: (...values: Value[]) => Value,
): Term {
  const given = terms.map((term) => (term.kind === 'family' ? known(term.known()) : term));
  const values = given.map(valueOf);
  if (!values.includes(undefined)) {
    const value = attemptKnown(() => operator(...(values as Value[])));
    if (value !== failed) return known(value);
    raise(g, TRUE);
    return nothing;
  }
  const { forge } = g;
  const table = combine(forge, given, (operands) =>
    attemptKnown(() => concrete(operator(...operands), span)),
  );
  const some = table.values.find((value) => value !== failed);
  if (some === undefined) {
    raise(g, TRUE);
    return nothing;
  }
  if (table.values.includes(failed)) {
    const marks = table.values.map((value) => value === failed);
    raise(
      g,
      where(forge, { atoms: table.atoms, values: marks }, (mark) => mark === true),
    );
  }
  return enumeration(
    forge,
    table.atoms,
    table.values.map((value) => (value === failed ? some : value) as Stored),
  );
}

/** A term as a formula; an error where it is none. */
export function asLogic(g: Ground, term: Term): Logic {
  const { of, wrong } = logicOf(g.forge, term);
  if (wrong !== FALSE) raise(g, wrong);
  return of;
}
