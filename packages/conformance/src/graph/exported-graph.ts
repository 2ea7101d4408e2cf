import type { StateGraph } from '@synod/spec';
import type { Chunks, TlaValue } from '@synod/tla';

/** The kinds of file that hold a graph, by what they begin with. */
export type GraphKind =
  /** `-dump dot,… FILE` of TLC. */
  | 'dot'
  /** `-dump FILE` of TLC: states without steps. */
  | 'dump'
  /** Lines `<<"S", …>>` and `<<"T", …>>` that a specification printed. */
  | 'transitions'
  /** What TLC itself prints, with an error trace in it. */
  | 'output'
  /** This project's own format, a line a state and a line a step. */
  | 'ndjson'
  /** The same in one piece. */
  | 'json'
  /** `-dumpTrace json FILE` of later versions of TLC. Which of the two JSON is shows only when it is read. */
  | 'error-trace';

/** A file with a graph, and what is known of it beside its content. */
export interface GraphSource {
  /** The content, not compressed. */
  readonly chunks: Chunks;
  /** The file's name, for messages. */
  readonly file?: string | undefined;
  /** The module that the graph is of. */
  readonly module?: string | undefined;
  /** The variables in the order wanted. Nothing: by their names, as TLC's own order differs between its versions. */
  readonly variables?: readonly string[] | undefined;
  /** What each label means, where the labels are names that were made for the export. */
  readonly labels?: ReadonlyMap<string, LabelMeaning> | undefined;
  /** The names of model values, where the file cannot tell them from strings. */
  readonly modelValues?: ReadonlySet<string> | undefined;
  /** What TLC counted in the run that wrote the file: a graph with other numbers is refused. */
  readonly counts?: RunCounts | undefined;
}

/** An action, and the parameters it was taken with. */
export interface LabelMeaning {
  readonly action: string;
  readonly parameters: readonly TlaValue[];
}

/** The figures of a complete run. */
export interface RunCounts {
  /** Distinct states. */
  readonly distinct: number;
  /** Distinct initial states, and one for each step generated; nothing if constraints leave some out. */
  readonly generated?: number | undefined;
  /** Distinct initial states. */
  readonly initial?: number | undefined;
}

/** A graph that was read, and how much the file said. */
export interface ExportedGraph {
  readonly kind: GraphKind;
  /** A label without a name, `''`, is of a step that the file does not name. */
  readonly graph: StateGraph;
  readonly known: GraphKnowledge;
  /** Names of actions' parameters, where the file has them. */
  readonly formals: ReadonlyMap<string, readonly string[]>;
  /** For an error trace: its behaviour. TLC prints several if it was told to go on after an error. */
  readonly behaviours: readonly Behaviour[];
  /** What was left out, or could not be told: sentences for a person. */
  readonly warnings: readonly string[];
}

/** What can be relied on in a graph. */
export interface GraphKnowledge {
  /** Which states are initial. */
  readonly initial: boolean;
  /** The steps. */
  readonly steps: boolean;
  /** The parameters of the steps: one without has none. */
  readonly parameters: boolean;
  /** The values are those of the specification: not so in a JSON error trace, whose sets are tuples. */
  readonly values: boolean;
  /** The numbers of states and steps are those that TLC counted in a complete run. */
  readonly complete: boolean;
}

/** An order of states that a specification allows. */
export interface Behaviour {
  /** States of the graph. */
  readonly states: readonly number[];
  /** For a lasso, the index in `states` that the behaviour goes back to for ever; the last one if it stutters. */
  readonly loop: number | undefined;
}
