import type { Definition, Expression, Parameter, Span } from './syntax.js';

/** `CONSTANTS A, F(_)` */
export interface Constants {
  readonly type: 'constants';
  readonly span: Span;
  readonly names: readonly (Parameter & { readonly span: Span })[];
}

/** `VARIABLES x, y` */
export interface Variables {
  readonly type: 'variables';
  readonly span: Span;
  readonly names: readonly { readonly name: string; readonly span: Span }[];
}

/** `ASSUME P`, `THEOREM T == P`, and their synonyms. */
export interface Statement {
  readonly type: 'assume' | 'theorem';
  readonly span: Span;
  readonly name: string | undefined;
  readonly body: Expression;
}

/** `INSTANCE M WITH x <- e`, or `I == INSTANCE M`. */
export interface Instance {
  readonly type: 'instance';
  readonly span: Span;
  /** Undefined where the definitions are taken over under their own names. */
  readonly name: string | undefined;
  /** Not empty for `I(x) == INSTANCE M`. */
  readonly parameters: readonly Parameter[];
  readonly module: string;
  readonly substitutions: readonly { readonly name: string; readonly value: Expression }[];
  readonly local: boolean;
}

/** What a module consists of, each with the comments directly above it, without their frames. */
export type Unit = (Constants | Variables | Statement | Instance | Definition) & {
  readonly documentation: string;
};

/** A module: what its text says, in its order. Separator lines and proofs are left out. */
export interface Module {
  readonly name: string;
  readonly file: string;
  readonly extends: readonly { readonly name: string; readonly span: Span }[];
  readonly units: readonly Unit[];
  /** What RECURSIVE declares, here and in LETs. */
  readonly recursive: readonly (Parameter & { readonly span: Span })[];
  /** The modules that it names in EXTENDS and INSTANCE, wherever, and that are not within it. */
  readonly needs: readonly { readonly name: string; readonly span: Span }[];
  /** The modules within it, each with the number of units that stand before it. */
  readonly nested: readonly { readonly module: Module; readonly before: number }[];
  /** The text by lines. */
  readonly lines: readonly string[];
  /** The same lines with blanks in place of comments. */
  readonly code: readonly string[];
}
