/** What a worker is asked: which guard of an action keeps it from being taken at the end of a behaviour. */
export interface GuardTask {
  /** The URL of the module that exports the specification, and the name it exports it under. */
  readonly module: string;
  readonly exportName: string;
  /** The constants, as canonical text. */
  readonly constants: { readonly [name: string]: string };
  /** The states of the behaviour, each as the canonical text of its variables. */
  readonly behaviour: readonly (readonly string[])[];
  readonly action: string;
  /** The action's parameters, as canonical text. */
  readonly parameters: readonly string[];
}

/** What V8 counted: how often each part of a function ran, inner parts after the outer ones. */
export interface FunctionCounts {
  readonly url: string;
  readonly functionName: string;
  readonly ranges: readonly {
    readonly startOffset: number;
    readonly endOffset: number;
    readonly count: number;
  }[];
}
