import type { Label } from '@synod/spec';
import { type Json, type TlaValue, toJson } from '@synod/tla';
import type { Model } from '../model/model.js';
import type { StateSpace } from '../trace/space.js';
import type { SpaceBehaviour } from './behaviour.js';

/** Values by name, as traces have them. */
export type JsonValues = { readonly [name: string]: Json };

/** All variables of a state, as traces have them. */
export function stateJson(space: StateSpace, state: number): JsonValues {
  const values = space.values(state);
  return Object.fromEntries(space.variables.map((variable, i) => [variable, toJson(values[i] as TlaValue)]));
}

/** The parameters of a label, as traces have them: by name; all by position where the names are not known. */
export function paramsJson(space: StateSpace, { action, parameters }: Label): JsonValues | readonly Json[] {
  const formals = space.actions.get(action)?.formals;
  if (parameters.length === 0) return {};
  if (formals?.length !== parameters.length) return parameters.map(toJson);
  return Object.fromEntries(formals.map((formal, i) => [formal, toJson(parameters[i] as TlaValue)]));
}

/** The first line of a trace that begins in a state of which this is said. */
export function headerLine({ spec, space }: Pick<Model, 'spec' | 'space'>, init: JsonValues): string {
  const name = space.name === '' ? spec : space.name;
  // A dump does not say of which module it is, and a trace must.
  return JSON.stringify({ trace: 1, spec: name === '' ? 'Unknown' : name, init });
}

/** A line of a trace: a step, and what is said of the state after it. */
export function eventLine(space: StateSpace, label: Label, state: JsonValues | undefined): string {
  const params = paramsJson(space, label);
  const hasParams = Object.keys(params).length > 0;
  return JSON.stringify({
    action: label.action,
    ...(hasParams ? { params } : {}),
    ...(state === undefined ? {} : { state }),
  });
}

/** A behaviour as a trace that says all of every state: its lines (docs/trace-format.md). */
export function behaviourTrace(
  model: Pick<Model, 'spec' | 'space'>,
  { start, steps }: SpaceBehaviour,
): readonly string[] {
  const { space } = model;
  return [
    headerLine(model, stateJson(space, start)),
    ...steps.map(({ label, to }) => eventLine(space, label, stateJson(space, to))),
  ];
}
