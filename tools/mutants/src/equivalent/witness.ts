/**
 * Where damage shows that no model can show: in a state that fits the types and is not reachable, or with
 * constants that no model has. Values are TLA+ text.
 */
export interface Witness {
  readonly module: 'Consensus' | 'Voting' | 'Paxos';
  /** Why none of the models tells these mutants from the specification. */
  readonly why: string;
  /**
   * The test that fails under each of them: the file, and the test's title. None where something is beneath:
   * then the mutants say the same as the specification in every state.
   */
  readonly test?: { readonly file: string; readonly title: string };
  /** Need not be what the module assumes. */
  readonly constants: { readonly [name: string]: string };
  readonly state?: { readonly [variable: string]: string };
  /**
   * What is evaluated: `OneVote`, an operator; `VoteFor(a1, 0, v1)`, the states that an action leads to;
   * `constants`, whether the constants are accepted.
   */
  readonly call: string;
  /** The id of a mutant that is applied on both sides: a theorem is false only if something below it is damaged. */
  readonly beneath?: string;
  /** The ids of the mutants. */
  readonly mutants: readonly string[];
}
