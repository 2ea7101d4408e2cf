import type { ActionInstance, ExportedOperator, Figures } from '@synod/tla/node';

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

/** An instance of an action, and which steps it takes. */
export interface ExportedInstance extends ActionInstance {
  /** The formula of these steps; nothing if it is the action applied to the parameters. */
  readonly formula?: string;
}
