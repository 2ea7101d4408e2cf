/** What is to be exported of a model. All names and parameters are TLA+ text. */
export interface ExportPlan {
  /** The model's name: `MCPaxosTiny` for `MCPaxosTiny.tla` and `MCPaxosTiny.cfg`. */
  readonly model: string;
  /** The folder in which these and the modules that they use lie. */
  readonly specsFolder: string;
  /** The module that the model is of: `Paxos`. */
  readonly module: string;
  /** Its variables, in the order in which states are to be written. */
  readonly variables: readonly string[];
  /** The steps: every action with every choice of parameters. Together they must be Next. */
  readonly instances: readonly ActionInstance[];
  readonly operators: readonly ExportedOperator[];
  /**
   * What TLC must find, if that is known; `generated` counts as TLC does, initial states included. Otherwise whoever
   * reads the export has to see to it that the instances are all of Next.
   */
  readonly expected?: Figures;
}

/** `Phase2a(0, v1)` */
export interface ActionInstance {
  readonly action: string;
  readonly parameters: readonly string[];
}

/** An operator whose value is written for every state. */
export interface ExportedOperator {
  /** `TypeOK`, or `V!SafeAt`. */
  readonly name: string;
  /** With formals, it must be a predicate: the tuples of arguments for which it is TRUE are written. */
  readonly formals: readonly ExportedFormal[];
}

export interface ExportedFormal {
  readonly name: string;
  /** What it ranges over: `Ballot`. */
  readonly constant: string;
}

/** TLC's figures for a complete run. */
export interface Figures {
  readonly distinct: number;
  readonly generated: number;
  readonly depth: number;
}

/** A name in `steps.dot`, and what it stands for. */
export interface StepLabel extends ActionInstance {
  readonly label: string;
}
