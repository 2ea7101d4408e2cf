import type { TlaSet } from '@synod/tla';

declare const value: unique symbol;

/** A value that may be proposed: a model value, or in other uses a string or a number. */
export type Value = (symbol | string | number) & { readonly [value]: never };

/** The constants of Consensus. */
export type Constants = {
  /** The values that may be proposed. @spec Consensus!Value */
  readonly Value: TlaSet<Value>;
};

/** The variables of Consensus. */
export type State = {
  /** The values that have been chosen. @spec Consensus!chosen */
  readonly chosen: TlaSet<Value>;
};
