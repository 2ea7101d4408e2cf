import type { Label } from '@synod/spec';
import { InputError } from '@synod/tla';
import type { SpaceBehaviour } from '../behaviour/behaviour.js';
import { type JsonValues, paramsJson } from '../behaviour/behaviour-trace.js';
import type { StepsOf } from '../behaviour/labels.js';
import type { Reached } from '../behaviour/reached.js';
import type { Model } from '../model/model.js';
import type { SpaceStep } from '../trace/space.js';
import type { Adapter } from './adapter.js';
import type { DriveFailure } from './drive-report.js';
import type { Observer, Seen } from './observed.js';

/** What behaviours are run with. */
export interface DriveContext {
  readonly model: Model;
  readonly adapter: Adapter;
  readonly labels: readonly Label[];
  readonly stepsOf: StepsOf;
  readonly observer: Observer;
  /** Called with each step that was surely taken, and the state that it was taken from. */
  readonly onStep?: (from: number, step: SpaceStep) => void;
}

/** What is run. */
export interface Plan {
  readonly behaviour: SpaceBehaviour;
  /** A step that is asked for at the end, if it is not allowed there. */
  readonly last?: Label;
}

/** What went wrong in a run. */
export interface Failed {
  readonly kind: DriveFailure['kind'];
  readonly message: string;
  /** What was asked for; nothing if it was `reset`. */
  readonly label?: Label;
  readonly thrown?: string;
  /** The run up to there: how it may be had again. */
  readonly plan: Plan;
}

/** What a run came to. */
export interface RunOutcome {
  readonly failed?: Failed;
  /** Whether it did not come to its end, which is no failure. */
  readonly left: boolean;
  readonly steps: number;
  readonly refusals: number;
  /** What happened, as a trace: its lines. */
  readonly trace: readonly string[];
}

/** A run as it goes on. */
export interface Running {
  readonly context: DriveContext;
  /** The states that are possible by what was observed so far. */
  reached: readonly Reached[];
  seen: Seen;
  init: JsonValues;
  readonly lines: string[];
  steps: number;
  refusals: number;
}

/** Why a run does not go on. */
export type Stop = Failed | 'left' | undefined;

/** Whether a step with a label is possible in a state. */
export function isPossible({ context }: Running, state: number, label: Label): boolean {
  return context.stepsOf(state, label).length > 0;
}

/** What a function of the adapter gave, or threw. */
export type Attempt<T> = { readonly value: T } | { readonly error: unknown };

/** Asks the implementation for a step; `expected` is undefined where it must refuse. */
export function step(
  { context }: Running,
  label: Label,
  expected: JsonValues | undefined,
): Promise<Attempt<boolean | void>> {
  const params = paramsJson(context.model.space, label) as JsonValues;
  return attempt(() => context.adapter.step(label.action, params, expected));
}

/** What the implementation shows now. */
export async function observe({ context }: Running): Promise<Attempt<Seen>> {
  const shown = await attempt(() => context.adapter.observe());
  return 'error' in shown ? shown : { value: context.observer.read(shown.value) };
}

/** Calls a function of the adapter. A wrong adapter is no wrong implementation: that goes on. */
export async function attempt<T>(work: () => T | Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof InputError) throw error;
    return { error };
  }
}

/** What a failure says of what was thrown. */
export function threw(what: string, error: unknown): { readonly message: string; readonly thrown: string } {
  const isError = error instanceof Error;
  const [first = ''] = String(isError ? error.message : error).split('\n');
  return {
    message: `the implementation threw at ${what}: ${first}`,
    thrown: isError ? (error.stack ?? error.message) : String(error),
  };
}
