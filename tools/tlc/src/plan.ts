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
  /** The initial predicate and the next-state relation, where the cfg does not name them: `Init` and `Next` by default. */
  readonly init?: string;
  readonly next?: string;
  /** The steps: every action with every choice of parameters. Together they must be Next. */
  readonly instances: readonly ExportedInstance[];
  readonly operators: readonly ExportedOperator[];
  /**
   * What TLC must find, if that is known; `generated` counts as TLC does, initial states included. Otherwise the instances
   * must come to what TLC finds for the model itself; where that run is left out, whoever reads the export has to see to
   * it that they are all of Next.
   */
  readonly expected?: Figures;
}

/** `Phase2a(0, v1)` */
export interface ActionInstance {
  readonly action: string;
  readonly parameters: readonly string[];
}

/** An instance of an action, and which steps it takes. */
export interface ExportedInstance extends ActionInstance {
  /** The formula of these steps; nothing if it is the action applied to the parameters. */
  readonly formula?: string;
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
