import type { Label } from '@synod/spec';
import { key, parseValue, type TlaValue } from '@synod/tla';
import type {
  InvariantDivergence,
  Path,
  PropertyDivergence,
  RefinementDivergence,
  StateValues,
} from '../divergence.js';

/** A label as plain data. */
export interface PackedLabel {
  readonly action: string;
  readonly parameters: readonly string[];
  readonly key: string;
}

export function packLabel({ action, parameters, key: text }: Label): PackedLabel {
  return { action, parameters: parameters.map(key), key: text };
}

export function unpackLabel({ action, parameters, key: text }: PackedLabel): Label {
  return { action, parameters: parameters.map((parameter) => parseValue(parameter)), key: text };
}

/** What one side says of itself. */
export type OwnDivergence = InvariantDivergence | RefinementDivergence | PropertyDivergence;

/** A divergence as plain data: what has values in it is text. */
export type PackedDivergence = readonly (readonly [field: string, value: unknown])[];

/** How a field is sent, and how it is read again. */
interface Field {
  readonly pack: (value: never) => unknown;
  readonly unpack: (value: never) => unknown;
}

const state: Field = { pack: packState, unpack: unpackState };

const fields: { readonly [field: string]: Field } = {
  label: { pack: packLabel, unpack: unpackLabel },
  target: state,
  mappedFrom: state,
  mappedTo: state,
  path: {
    pack: ({ initial, steps }: Path) => ({
      initial: packState(initial),
      steps: steps.map((step) => ({ label: packLabel(step.label), state: packState(step.state) })),
    }),
    unpack: ({ initial, steps }: PackedPath): Path => ({
      initial: unpackState(initial),
      steps: steps.map((step) => ({ label: unpackLabel(step.label), state: unpackState(step.state) })),
    }),
  },
};

interface PackedPath {
  readonly initial: PackedState;
  readonly steps: readonly { readonly label: PackedLabel; readonly state: PackedState }[];
}

export function packDivergence(divergence: OwnDivergence): PackedDivergence {
  return Object.entries(divergence).map(([name, value]: [string, unknown]) => [
    name,
    fields[name]?.pack(value as never) ?? value,
  ]);
}

/** The divergence that plain data is of: of the type that was packed. */
export function unpackDivergence(packed: PackedDivergence): OwnDivergence {
  const unpacked = packed.map(([name, value]) => [name, fields[name]?.unpack(value as never) ?? value]);
  return Object.fromEntries(unpacked) as OwnDivergence;
}

type PackedState = { readonly [variable: string]: string };

function packState(values: StateValues): PackedState {
  return Object.fromEntries(Object.entries(values).map(([variable, value]) => [variable, key(value)]));
}

function unpackState(packed: PackedState): StateValues {
  const values = Object.entries(packed).map(([variable, text]): [string, TlaValue] => [
    variable,
    parseValue(text),
  ]);
  return Object.fromEntries(values);
}
