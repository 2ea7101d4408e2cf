import type { Place } from '@synod/tla';
import type { Span } from '../../parse/syntax.js';

/** The data of a program of the first tier. */
export interface ValuesData {
  readonly name: string;
  readonly variables: readonly string[];
  readonly actions: readonly { readonly name: string; readonly formals: readonly string[] }[];
  /** Strings and model values in the order in which TLC meets them. */
  readonly texts: readonly string[];
  readonly spans: readonly Span[];
  /** The functions of recursive operators, and where these are defined. */
  readonly recursions: readonly (readonly [name: string, place: Place])[];
  /** In canonical form. */
  readonly constants: readonly string[];
  readonly checkDeadlock: boolean;
  /** What the lists of functions in the code are called. */
  readonly named: {
    readonly invariants: readonly string[];
    readonly constraints: readonly string[];
    readonly actionConstraints: readonly string[];
    readonly assumptions: readonly string[];
    readonly properties: readonly string[];
  };
  readonly operators: readonly { readonly name: string; readonly formals: readonly string[] }[];
}
