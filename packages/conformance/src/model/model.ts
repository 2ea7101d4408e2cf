import type { StateGraph } from '@synod/spec';
import type { ExplainGuards } from '../trace/explain/mismatch.js';
import type { StateSpace } from '../trace/space.js';
import type { Trace } from '../trace/trace.js';
import type { AnyVocabulary, Vocabulary } from './vocabulary.js';

/** A specification as executions are held against it, driven through it, and counted in it. */
export interface Model<V extends Vocabulary = AnyVocabulary> {
  /** The module. */
  readonly spec: string;
  /** What it is called for people: the path of the graph, or the module `in TypeScript`. */
  readonly name: string;
  readonly space: StateSpace;
  /**
   * All of its states and steps, with the numbers that they have in the space: what coverage and generation need.
   * Explored at the first call if it is of a specification in TypeScript.
   *
   * @throws InputError if there are more states than the model was made for
   */
  readonly graph: () => StateGraph;
  /** Evaluates the guards of the module's own text, where there is one. */
  readonly guards: ExplainGuards | undefined;
  /** What is not known of it: sentences for a person. */
  readonly warnings: readonly string[];
  /**
   * Refuses a trace of another specification, or with other constants, where these are known. To be asked before a
   * trace is held against the space.
   *
   * @returns what of the trace's header cannot be compared: sentences for a person
   * @throws InputError `other-spec`, `other-constants`, `unknown-constant`
   */
  readonly admit?: (trace: Pick<Trace, 'header'>) => readonly string[];
  /** Never there: a place for the type. */
  readonly vocabulary?: V;
}
