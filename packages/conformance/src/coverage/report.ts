/** How many there are, how many were surely taken, and how many more may have been. */
export interface CoverageCount {
  readonly total: number;
  readonly taken: number;
  readonly perhaps: number;
}

/** What of a state graph a suite of executions exercised: plain data, as `synod coverage --json` prints it. */
export interface CoverageReport {
  /** The version of this format. */
  readonly coverage: 1;
  readonly spec: string;
  /** The model or the graph. */
  readonly against: string;
  /** SHA-256 over the states, labels and steps, in the order of their numbers: reports of one graph can be merged. */
  readonly graph: string;
  readonly actions: CoverageCount;
  readonly steps: CoverageCount;
  readonly states: CoverageCount;
  /** Each action: those never taken first, then by the share of their steps taken. */
  readonly byAction: readonly ActionCoverage[];
  /** By distance from the initial states, in steps. Steps are counted where they begin. */
  readonly byDepth: readonly {
    readonly depth: number;
    readonly states: CoverageCount;
    readonly steps: CoverageCount;
  }[];
  /** For each action with steps not surely taken, a shortest behaviour that ends with one; shortest first. */
  readonly missing: readonly MissingStep[];
  readonly traces: readonly CoveredTrace[];
  /** Which steps and states: bit i of byte i >> 3 from the lowest is number i, in base64. */
  readonly sets: CoverageSets;
  readonly warnings: readonly string[];
}

export interface ActionCoverage {
  readonly action: string;
  readonly steps: CoverageCount;
  /** Whether a step of it was surely taken, though it may not be known which. */
  readonly taken: boolean;
}

export interface MissingStep {
  readonly action: string;
  /** The labels from an initial state on; the last is the step itself. */
  readonly behaviour: readonly string[];
  /** The numbers of the step's states. */
  readonly from: number;
  readonly to: number;
  readonly perhaps: boolean;
}

/** What one execution came to. Only one that conforms is counted. */
export interface CoveredTrace {
  readonly files: readonly string[];
  readonly events: number;
  readonly verdict: 'conforms' | 'diverges' | 'could not tell';
  readonly reason?: string;
  /** How many steps it surely took, and how many of them no trace before it. */
  readonly steps: number;
  readonly fresh: number;
  /** Whether all orders that it allows were looked at; otherwise it counts as less than it may be. */
  readonly exact: boolean;
}

export interface CoverageSets {
  readonly stepsTaken: string;
  readonly stepsPerhaps: string;
  readonly statesTaken: string;
  readonly statesPerhaps: string;
  /** Actions of which a step was surely taken. */
  readonly actionsTaken: readonly string[];
  readonly actionsPerhaps: readonly string[];
}
