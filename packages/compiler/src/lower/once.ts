import type { Context } from './context.js';
import type { Ir, IrDefinition } from './ir.js';
import type { LoweredOperator } from './lowered.js';

/**
 * The definitions of modules that TLC evaluates once for all, and where they are used.
 *
 * @param formulas what the model uses
 * @param operators all definitions, since TLC evaluates constant ones even if nothing uses them
 */
export function evaluatedOnce(
  { known }: Context,
  formulas: readonly Ir[],
  operators: ReadonlyMap<string, LoweredOperator>,
): ReadonlyMap<IrDefinition, () => readonly Ir[]> {
  let all: readonly Ir[] | undefined;
  const scope = (): readonly Ir[] => {
    all ??= [...formulas, ...[...operators.values()].flatMap(constantIn)];
    return all;
  };
  const constant = [...known.unprimed.values()].filter(
    ({ level, parameters }) => level === 0 && parameters.length === 0,
  );
  return new Map(constant.map((definition) => [definition, scope]));
}

function constantIn({ formals, definition }: LoweredOperator): readonly Ir[] {
  if (formals.length > 0) return [];
  try {
    const { level, body } = definition();
    return level === 0 ? [body] : [];
  } catch {
    // What cannot be lowered is evaluated by nobody here; if TLC can, it lists at most what it names.
    return [];
  }
}
