import type { Engine } from '../engine.js';

/** What is looked at while exploring. */
export interface CheckOptions {
  readonly invariants?: boolean | undefined;
  readonly properties?: boolean | undefined;
  /** A state without a step; unless given, what the cfg file says. */
  readonly deadlock?: boolean | undefined;
}

/** What can be wrong with a state or a step. */
export interface Complaint {
  readonly type: 'invariant' | 'property';
  readonly name: string;
  /** For a property: whether it is broken initially, in a state, or by the last step. */
  readonly part: 'initial' | 'always' | 'step';
}

/** The checks of an exploration: each gives the first complaint, or undefined. */
export interface Checks {
  readonly deadlock: boolean;
  /** Of a state that has not been seen. */
  readonly state: ((states: Int32Array, at: number, initial: boolean) => Complaint | undefined) | undefined;
  /** Of every step, also to states that have been seen. */
  readonly step:
    | ((from: Int32Array, fromAt: number, to: Int32Array, toAt: number) => Complaint | undefined)
    | undefined;
  /** Whether a state, and the step to it, is within CONSTRAINT and ACTION_CONSTRAINT. */
  readonly within:
    | ((from: Int32Array | undefined, fromAt: number, to: Int32Array, toAt: number) => boolean)
    | undefined;
}

interface StateCheck {
  readonly complaint: Complaint;
  readonly holds: (states: Int32Array, at: number) => boolean;
}

export function checksOf(engine: Engine, options: CheckOptions = {}): Checks {
  const invariants = options.invariants === false ? [] : engine.invariants;
  const properties = options.properties === false ? [] : engine.properties;
  const always: StateCheck[] = [
    ...invariants.map(({ name, holds }) => ({
      complaint: { type: 'invariant', name, part: 'always' } as const,
      holds,
    })),
    ...properties.flatMap(({ name, always: holds }) =>
      holds === undefined ? [] : [{ complaint: { type: 'property', name, part: 'always' } as const, holds }],
    ),
  ];
  const initially: StateCheck[] = properties.map(({ name, initial }) => ({
    complaint: { type: 'property', name, part: 'initial' },
    holds: initial,
  }));
  const steps = properties.flatMap(({ name, step }) =>
    step === undefined ? [] : [{ complaint: { type: 'property', name, part: 'step' } as const, holds: step }],
  );
  return {
    deadlock: options.deadlock ?? engine.checkDeadlock,
    state:
      always.length + initially.length === 0
        ? undefined
        : (states, at, initial) =>
            firstFalse(always, states, at) ?? (initial ? firstFalse(initially, states, at) : undefined),
    step:
      steps.length === 0
        ? undefined
        : (from, fromAt, to, toAt) => {
            for (const { complaint, holds } of steps) if (!holds(from, fromAt, to, toAt)) return complaint;
            return undefined;
          },
    within: withinOf(engine),
  };
}

function firstFalse(checks: readonly StateCheck[], states: Int32Array, at: number): Complaint | undefined {
  for (const { complaint, holds } of checks) if (!holds(states, at)) return complaint;
  return undefined;
}

function withinOf({ constraints, actionConstraints }: Engine): Checks['within'] {
  if (constraints.length + actionConstraints.length === 0) return undefined;
  return (from, fromAt, to, toAt) => {
    for (const { holds } of constraints) if (!holds(to, toAt)) return false;
    if (from === undefined) return true;
    for (const { holds } of actionConstraints) if (!holds(from, fromAt, to, toAt)) return false;
    return true;
  };
}
