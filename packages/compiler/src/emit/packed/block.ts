import type { Effect, Write } from './effect.js';
import type { Reached, Statement } from './statement.js';
import { type Atom, FALSE, type Logic } from './symbolic/logic.js';

/** What generated code does for a state, as nested blocks. */
export type Step =
  | { readonly kind: 'if'; readonly condition: Logic; readonly body: readonly Step[] }
  | { readonly kind: 'times'; readonly ways: readonly Logic[]; readonly body: readonly Step[] }
  | { readonly kind: 'loop'; readonly atoms: readonly Atom[]; readonly body: readonly Step[] }
  | { readonly kind: 'fail'; readonly when: Logic }
  | { readonly kind: 'return'; readonly of: Logic }
  | { readonly kind: 'write'; readonly write: Write }
  /** A successor, emitted where it is reached. */
  | Emit
  /** Counted only: `tally` emits it as often. */
  | { readonly kind: 'count' }
  | { readonly kind: 'tally'; readonly body: readonly Step[]; readonly emit: Emit };

export interface Emit {
  readonly kind: 'emit';
  readonly writes: readonly Write[];
  readonly label: EmitLabel;
  readonly key: string;
}

/** The number of a label, or a table of numbers over atoms. */
export interface EmitLabel {
  readonly text: string;
  readonly atoms: readonly Atom[];
  readonly numbers: readonly number[];
}

/** @param gathers whether the ways to one successor are put together, so that it is emitted once and counted: out of order */
export function stepsOf(
  statements: readonly Statement[],
  effect: (reached: Reached) => Effect,
  label: (reached: Reached) => EmitLabel,
  gathers: boolean,
): readonly Step[] {
  const make = (given: readonly Statement[]): readonly Step[] =>
    given.map((statement): Step => {
      if (statement.kind === 'reached') {
        const { writes, key } = effect(statement);
        const own = label(statement);
        const numbers = `${own.atoms.map((atom) => atom.id).join('.')}:${own.numbers.join('.')}`;
        return { kind: 'emit', writes, label: own, key: `${numbers} ${key}` };
      }
      if (statement.kind === 'fail') return statement;
      return { ...statement, body: make(statement.body) };
    });
  const steps = make(statements);
  return gathers ? gathered(steps) : steps;
}

function gathered(steps: readonly Step[]): readonly Step[] {
  const same = new Map<string, Step[]>();
  const result: Step[] = [];
  for (const step of steps) {
    const key = onlyKey(step);
    if (key === undefined) {
      result.push('body' in step ? { ...step, body: gathered(step.body) } : step);
      continue;
    }
    const others = same.get(key);
    if (others === undefined) same.set(key, [step]);
    else others.push(step);
  }
  for (const all of same.values()) {
    const emits = all.flatMap(emitsOf);
    const [emit] = emits;
    if (emit === undefined) continue;
    if (emits.length === 1) result.push(...all);
    else result.push({ kind: 'tally', body: all.map(counted), emit });
  }
  return result;
}

/** The key of all successors behind a step, if they are the same one. */
function onlyKey(step: Step): string | undefined {
  switch (step.kind) {
    case 'emit':
      return step.key;
    case 'if':
    case 'times': {
      const keys = new Set(step.body.map(onlyKey));
      const [key] = keys;
      return keys.size === 1 ? key : undefined;
    }
    case 'count':
    case 'fail':
    case 'loop':
    case 'return':
    case 'tally':
    case 'write':
      return undefined;
  }
}

function emitsOf(step: Step): readonly Emit[] {
  if (step.kind === 'emit') return [step];
  return 'body' in step ? step.body.flatMap(emitsOf) : [];
}

function counted(step: Step): Step {
  if (step.kind === 'emit') return { kind: 'count' };
  return 'body' in step ? { ...step, body: step.body.map(counted) } : step;
}

/** Whether a rule of TLA+ can be broken. */
export function fails(steps: readonly Step[]): boolean {
  return steps.some((step) =>
    step.kind === 'fail' ? step.when !== FALSE : 'body' in step && fails(step.body),
  );
}
