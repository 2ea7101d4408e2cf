import type { Json, Place } from '@synod/tla';
import type { EventLog } from './event-log.js';
import type { Pattern } from './pattern.js';

/** How the events of a trace are ordered. */
export type TraceOrder =
  /** By their lines. */
  | 'total'
  /** By vector clocks. */
  | 'clock'
  /** By times on a clock that all processes share. */
  | 'interval';

/** What an event, or `init`, says of variables or operators, by name. */
export type Observation = ReadonlyMap<string, Pattern>;

/** The first line of a trace. */
export interface TraceHeader {
  /** What it was read from; a trace of TLC names actions more coarsely, and says less of values. */
  readonly format: 'synod' | 'itf' | 'tlc';
  /** The module that the execution claims to follow; nothing where the format does not say. */
  readonly spec: string | undefined;
  /** Constants of this execution, by name; what is not there is as in the model. */
  readonly constants: ReadonlyMap<string, Json>;
  /** The bounded model it was recorded for. */
  readonly model: string | undefined;
  readonly init: Observation;
  /** The actions that may happen without being logged. */
  readonly hidden: readonly string[];
  readonly order: TraceOrder;
  readonly place: Place;
}

/** The parameters of an event: by their formal names, all or some; or all of them by position. */
export type EventParameters =
  | { readonly by: 'name'; readonly values: ReadonlyMap<string, Pattern> }
  | { readonly by: 'position'; readonly values: readonly Pattern[] };

/** A line of a trace: one step of an action, or, without one, any step or none. */
export interface TraceEvent {
  readonly action: string | undefined;
  readonly parameters: EventParameters | undefined;
  /** What is said of the variables immediately after the step. */
  readonly state: Observation;
  /** What is said of operators without arguments there. */
  readonly derived: Observation;
  readonly process: string | undefined;
  /** Position in the log of its process. */
  readonly seq: number | undefined;
  readonly clock: ReadonlyMap<string, number> | undefined;
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** File and line. */
  readonly place: Place;
}

/** One execution, from one file or from several given together. */
export interface Trace {
  readonly header: TraceHeader;
  /** In the order of their lines, file by file. Never none. Of a long trace they are made when they are asked for. */
  readonly events: readonly TraceEvent[];
  /** The same in less space, if the trace was read so. */
  readonly log?: EventLog | undefined;
  /** What was passed over while reading: sentences for a person. */
  readonly warnings: readonly string[];
}
