import type { TransitionSystem } from '@synod/spec';
import { type Json, key, type TlaValue, toJson } from '@synod/tla';
import type { Adapter } from '../src/drive/adapter.js';

/** What a test changes in an implementation. */
export interface Change<S> {
  /** What a step leads to instead; `false` refuses it, nothing leaves it as it is. */
  readonly step?: (state: S, action: string, params: Params, next: readonly S[]) => S | false | undefined;
  readonly observe?: (state: S, all: Params) => Params;
  /** Whether it takes the state that is expected of several, or the last of them. */
  readonly obeys?: boolean;
}

export type Params = { readonly [name: string]: Json };

/** A specification in TypeScript as an implementation of itself. */
export function systemAdapter<S>(system: TransitionSystem<S>, change: Change<S> = {}): Adapter {
  const initial = new Map(Array.from(system.init(), (state) => [textOf(system, state), state]));
  let state: S;
  const shown = (): Params => valuesOf(system, state);
  return {
    reset: (wanted) => {
      const found = initial.get(JSON.stringify(wanted));
      if (found === undefined) throw new Error('no such initial state');
      state = found;
    },
    step: (action, params, expected) => {
      const next = [...system.perform(state, action, parametersOf(system, action, params))];
      const changed = change.step?.(state, action, params, next);
      if (changed === false) return false;
      const wanted = JSON.stringify(expected);
      const meant = change.obeys === false ? undefined : next.find((one) => textOf(system, one) === wanted);
      const taken = changed ?? meant ?? next.at(-1);
      if (taken === undefined) return false;
      state = taken;
      return true;
    },
    observe: () => change.observe?.(state, shown()) ?? shown(),
  };
}

function valuesOf<S>(system: TransitionSystem<S>, state: S): Params {
  const values = system.decode(state);
  return Object.fromEntries(system.variables.map((name, i) => [name, toJson(values[i] as TlaValue)]));
}

function textOf<S>(system: TransitionSystem<S>, state: S): string {
  return JSON.stringify(valuesOf(system, state));
}

function parametersOf<S>(
  { actions }: TransitionSystem<S>,
  name: string,
  params: Params,
): readonly TlaValue[] {
  const action = actions.find((one) => one.name === name);
  return (action?.formals ?? []).map((formal) => {
    const text = JSON.stringify(params[formal.name]);
    const found = formal.domain.find((value) => JSON.stringify(toJson(value)) === text);
    if (found === undefined)
      throw new Error(`${name} has no ${formal.name} = ${text}: ${formal.domain.map(key).join()}`);
    return found;
  });
}
