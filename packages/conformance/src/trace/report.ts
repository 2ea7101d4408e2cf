import type { Json } from '@synod/tla';
import type { Conjunct } from '../divergence.js';
import type { Difference } from './pattern.js';

/** What validating one execution came to: plain data, as `--json` prints it. Values of TLA+ are texts. */
export interface TraceReport {
  /** The files of the execution, as they were named. */
  readonly files: readonly string[];
  readonly spec: string;
  /** The model or the graph it was held against. */
  readonly against: string;
  readonly engine: 'graph' | 'model' | 'spec' | 'tlc';
  readonly verdict: 'conforms' | 'diverges' | 'could not tell';
  /** Why it could not be told. */
  readonly reason?: string;
  /** With the engine `model`: ballots are 0 up to this one. */
  readonly ballots?: number;
  readonly order: 'total' | 'clock' | 'interval';
  /** How many events there are, and the most that a behaviour matches. */
  readonly events: number;
  readonly matched: number;
  readonly warnings: readonly string[];
  readonly divergence?: DivergenceReport;
  readonly seconds: number;
}

/** Why an execution is none of the specification's. */
export interface DivergenceReport {
  /** The first event that no behaviour matches. */
  readonly first: EventReport;
  /** Every longest matching prefix, those with most events first. */
  readonly prefixes: readonly PrefixReport[];
  /** How many there are; not all of very many are explained. */
  readonly prefixCount: number;
  /** The log of each process, in the order of the processes' names. */
  readonly lanes: readonly LaneReport[];
  readonly suggestions?: readonly SuggestionReport[];
  readonly shrunk?: ShrunkReport;
}

/** An event as it was logged. */
export interface EventReport {
  /** Its place among all events, from 0, in the order of the lines. */
  readonly index: number;
  /** The process that logged it; nothing where the order is total and no process is named. */
  readonly process?: string;
  readonly seq?: number;
  readonly file?: string;
  readonly line?: number;
  readonly action?: string;
  readonly params?: Json;
  readonly state?: { readonly [variable: string]: Json };
  readonly derived?: { readonly [operator: string]: Json };
  /** `Phase1b(a1)`, or `Phase2a(b = 1)` where not all parameters are said; `any step` without an action. */
  readonly text: string;
}

/** The log of one process. */
export interface LaneReport {
  /** Nothing for the single lane of a total order without processes. */
  readonly process?: string;
  readonly events: readonly EventReport[];
}

/** A longest matching prefix, and what the specification allows after it. */
export interface PrefixReport {
  readonly matched: number;
  /** How many events of each lane it has, in their order. */
  readonly cut: readonly number[];
  /** A behaviour that takes its events, hidden steps included, if one was kept: the labels in order. */
  readonly behaviour?: readonly BehaviourStep[];
  /** The states then possible: at most ten of them. */
  readonly states: readonly StateReport[];
  /** How many there are. */
  readonly stateCount: number;
  /** The steps possible there, after hidden ones too: `Phase1b(a1)`, each once, sorted. Nothing if it is not known. */
  readonly enabled?: readonly string[];
  /** The next event of each process, and why it does not match. */
  readonly next: readonly MismatchReport[];
}

/** A step of a behaviour that matches a prefix. */
export interface BehaviourStep {
  readonly label: string;
  /** The index of the event it is; nothing for a hidden step. */
  readonly event?: number;
}

/** The values of the variables, as TLA+ text. */
export type StateReport = { readonly [variable: string]: string };

/** Why an event does not match after a prefix. */
export interface MismatchReport {
  readonly event: EventReport;
  readonly kind: /** No initial state is as `init` says. */
    | 'init'
    /** No step of this action is possible. */
    | 'action'
    /** It is, but not with these parameters. */
    | 'parameters'
    /** It is with these parameters too, but no state it leads to is as observed. */
    | 'observation';
  /** A sentence that says so. */
  readonly message: string;
  /** The conjuncts of the action that are false, with their lines in the `.tla`. */
  readonly conjuncts: readonly Conjunct[];
  /** The labels of this action that are possible. */
  readonly possible: readonly string[];
  /** The step that comes nearest, and where it is not as observed. */
  readonly nearest?: NearestReport;
}

/** The step that comes nearest to an event. */
export interface NearestReport {
  /** Its label; nothing if it is no step, or an initial state. */
  readonly label?: string;
  readonly differences: readonly Difference[];
}

/** Steps that, had they happened without being logged, would let the trace go on. */
export interface SuggestionReport {
  /** `once`: one such step before the first unmatched event. `hidden`: the action among the hidden ones. */
  readonly type: 'once' | 'hidden';
  /** `Phase1a(1)`, or the name of the action. */
  readonly step: string;
  /** How many events are then matched. */
  readonly matched: number;
  readonly conforms: boolean;
}

/** A shortest sub-trace that diverges at the same event for the same reason. */
export interface ShrunkReport {
  /** Whether there is certainly no shorter one; otherwise no single event of it can be left out. */
  readonly shortest: boolean;
  /** The events that remain, the last of them the one that does not match. */
  readonly events: readonly EventReport[];
  /** The same as a trace: its lines. */
  readonly lines: readonly string[];
}
