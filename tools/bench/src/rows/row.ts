import type { MeasuredCommand, Measurement } from '../measure/process.js';
import type { Summary } from '../measure/statistics.js';

/** One way to do a piece of work. */
export interface Side {
  readonly name: string;
  readonly command: MeasuredCommand;
  /** How often it is run; as often as was asked for, unless it takes minutes. */
  readonly mostRuns?: number;
}

/** A row of the table: a piece of work, and the ways that are held against each other. */
export interface Row {
  readonly id: string;
  readonly group: Group;
  readonly work: string;
  /** What is measured. */
  readonly side: Side;
  /** What it is held against, measured in turn with it. */
  readonly against?: Side;
  /** How much work there is, to say how much is done in a second. */
  readonly amount?: { readonly of: 'states' | 'events' | 'MB'; readonly count: number };
  /** What the row must show. */
  readonly wanted?: Wanted;
}

export const groups = ['explore', 'check', 'read', 'validate', 'growth'] as const;

/** What a row belongs to. */
export type Group = (typeof groups)[number];

/** A bound, and how it is told. */
export type Wanted =
  | { readonly type: 'times faster'; readonly atLeast: number; readonly peakBytes?: number }
  | { readonly type: 'times as long'; readonly atMost: number }
  | { readonly type: 'seconds'; readonly below: number }
  | { readonly type: 'a second'; readonly atLeast: number };

/** What was measured of one side. */
export interface SideResult {
  readonly name: string;
  readonly seconds: Summary;
  readonly peakBytes: number | undefined;
}

/** What was measured of a row. */
export interface RowResult {
  readonly row: Row;
  readonly side: SideResult;
  readonly against: SideResult | undefined;
  /** How many times as long the other side took. */
  readonly ratio: number | undefined;
  /** Undefined if nothing is wanted. */
  readonly met: boolean | undefined;
}

/** A side's runs, put together. */
export type Runs = readonly Measurement[];
