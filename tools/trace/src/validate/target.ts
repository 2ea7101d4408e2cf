import type { ExplainGuards, SearchOptions, StateSpace, Trace, Validation } from '@synod/conformance';
import type { StateGraph } from '@synod/spec';

/** What executions are held against. */
export interface Target {
  /** Its name, for people. */
  readonly against: string;
  /** What could not be known of it: sentences for a person. */
  readonly warnings: readonly string[];
  /** The states and steps it has, if they are the same for all traces. */
  readonly space?: StateSpace;
  /** The graph that the space was made of, if it was. */
  readonly graph?: StateGraph;
  /** Loads what says why an execution diverges: before, nothing does. What is always there needs no loading. */
  prepare?(): Promise<void>;
  /** Holds an execution against it. */
  judge(trace: Trace, options: SearchOptions): Judgement;
}

/** What holding an execution against a target came to. */
export interface Judgement {
  readonly validation: Validation;
  /** Evaluates guards in the text of the module, where there is one. */
  readonly guards: ExplainGuards | undefined;
  /** With the engine `model`: the largest ballot there is. */
  readonly ballots?: number;
  /** Why neither verdict can be given. */
  readonly reason?: string;
}
