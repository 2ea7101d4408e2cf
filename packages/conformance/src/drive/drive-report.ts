import type { TraceReport } from '../trace/report.js';

/** What driving an implementation through behaviours came to: plain data. */
export interface DriveReport {
  readonly spec: string;
  readonly against: string;
  readonly verdict: 'conforms' | 'diverges';
  /** How many behaviours were run; those after the first that failed are not. */
  readonly behaviours: number;
  /** How many steps were taken, and how many that are not allowed were asked for and refused. */
  readonly steps: number;
  readonly refusals: number;
  /**
   * Behaviours that were left before their end, because the implementation took another of several steps with the same
   * action and parameters: that is its right.
   */
  readonly left: number;
  readonly failure?: DriveFailure;
  /** What was not compared: sentences for a person. */
  readonly warnings: readonly string[];
}

/** A behaviour that the implementation does not keep to. */
export interface DriveFailure {
  readonly kind: /** It refused a step that the specification allows. */
    | 'refused'
    /** It took a step that the specification does not allow. */
    | 'not-allowed'
    /** What is observed after a step, or after `reset`, is in no state that is possible then. */
    | 'observation'
    /** What is observed after a refused step is not what was observed before. */
    | 'changed'
    /** A function of the adapter threw. */
    | 'threw';
  /** One sentence: which step, and what was wrong with it. */
  readonly message: string;
  /** The labels of the shortest sequence found that fails in the same way, the last of them the step that fails. */
  readonly labels: readonly string[];
  /** How many steps the behaviour had in which it was found. */
  readonly foundIn: number;
  /**
   * The shortest sequence as a trace, as `synod validate` reads it. Its report, where that trace diverges: a step that
   * was refused, or that threw, is one that the specification allows.
   */
  readonly trace: readonly string[];
  readonly report?: TraceReport;
  /** What was thrown, with its stack. */
  readonly thrown?: string;
}
