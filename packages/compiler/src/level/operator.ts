import { InputError } from '@synod/tla';
import type { Parameter, Span } from '../parse/syntax.js';
import { constant, describe, type Found, highest, type Level, levelErrorAt } from './level.js';
import { isOperator, type Operand, type Operator } from './place.js';

/** The levels of a body, given those of its parameters. */
export type Analyse = (operands: readonly Operand[]) => Found;

/**
 * The operator of a definition. What its level is, and what its arguments may be, is found by looking at its body anew for
 * each level of an argument. A recursive one is what it is if it is nothing within itself, then if it is that, until nothing
 * changes.
 */
export function operatorFrom(name: string, parameters: readonly Parameter[], analyse: Analyse): Operator {
  const arities = parameters.map(({ arity }) => arity);
  const constants: readonly Operand[] = arities.map((arity) => (arity === 0 ? constant : harmless(arity)));
  const look = fixpoint((index: number, level: Level) =>
    analyse(constants.map((operand, at) => (at === index ? { level, cause: undefined } : operand))),
  );
  const found = (index: number, level: Level): Found | undefined => {
    try {
      return look(index, level);
    } catch (error) {
      if (error instanceof InputError && error.code === 'tla-level') return undefined;
      throw error;
    }
  };
  const takesOperators = arities.some((arity) => arity > 0);
  let isBusy = false;
  return {
    name,
    arities,
    check: () => void look(-1, 0),
    apply: (operands, span) => {
      const base = isBusy ? constant : look(-1, 0);
      if (takesOperators) {
        // Within itself it adds nothing to its arguments.
        if (isBusy) return highestOf(operands, span);
        isBusy = true;
        try {
          return applied(name, analyse, operands, span);
        } finally {
          isBusy = false;
        }
      }
      let result = base;
      for (const [index, operand] of (operands as readonly Found[]).entries()) {
        if (operand.level === 0) continue;
        const one = found(index, operand.level);
        if (one === undefined) {
          const most = ([2, 1, 0] as const).find((level) => level === 0 || found(index, level) !== undefined);
          const what = `argument ${index + 1} of \`${name}\` must be ${describe(most ?? 0)} at most`;
          throw levelErrorAt(what, span, operand);
        }
        if (one.level > result.level) result = { level: one.level, cause: operand.cause ?? one.cause };
      }
      return result;
    },
  };
}

/** With operators as arguments the body is looked at once more, with these. */
function applied(name: string, analyse: Analyse, operands: readonly Operand[], span: Span): Found {
  try {
    return analyse(operands);
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'tla-level') throw error;
    const { line, column, file } = span;
    const message = `\`${name}\` cannot have these arguments: ${error.message}`;
    throw new InputError('tla-level', message, { file, line, column });
  }
}

/** An operator that takes everything and adds nothing. */
function harmless(arity: number): Operator {
  return {
    name: 'an operator',
    arities: new Array<number>(arity).fill(0),
    check: () => undefined,
    apply: highestOf,
  };
}

function highestOf(operands: readonly Operand[], span: Span): Found {
  return highest(
    operands.map((operand) =>
      isOperator(operand)
        ? operand.apply(
            operand.arities.map((arity) => (arity === 0 ? constant : harmless(arity))),
            span,
          )
        : operand,
    ),
  );
}

function fixpoint(compute: (index: number, level: Level) => Found): (index: number, level: Level) => Found {
  const known = new Map<number, Found>();
  const guesses = new Map<number, { found: Found; used: boolean }>();
  return (index, level) => {
    const key = index * 4 + level;
    const done = known.get(key);
    if (done !== undefined) return done;
    const outer = guesses.get(key);
    if (outer !== undefined) {
      outer.used = true;
      return outer.found;
    }
    const guess: { found: Found; used: boolean } = { found: { level, cause: undefined }, used: false };
    guesses.set(key, guess);
    try {
      for (;;) {
        const found = compute(index, level);
        if (!guess.used || found.level <= guess.found.level) {
          if (guesses.size === 1) known.set(key, found);
          return found;
        }
        guess.found = found;
      }
    } finally {
      guesses.delete(key);
    }
  };
}
