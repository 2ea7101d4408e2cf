import type { Json } from '@synod/tla';

/** Values by name, as a trace has them: of variables, operators, parameters. */
export type JsonObject = { readonly [name: string]: Json };

/** The first line of a trace, as JSON.parse gives it. */
export interface HeaderLine {
  readonly trace: 1;
  readonly spec: string;
  readonly constants?: JsonObject;
  readonly model?: string;
  readonly init?: JsonObject;
  readonly hidden?: readonly string[];
  readonly order?: 'total' | 'clock' | 'interval';
  readonly meta?: Json;
}

/** What an event says of a step. */
export interface Payload {
  readonly action?: string;
  readonly params?: JsonObject | readonly Json[];
  readonly state?: JsonObject;
  readonly derived?: JsonObject;
  readonly meta?: Json;
}

/** Every later line. */
export interface EventLine extends Payload {
  readonly process?: string;
  readonly seq?: number;
  readonly clock?: { readonly [process: string]: number };
  readonly start?: number;
  readonly end?: number;
}

/** A trace as its lines are, nothing made of them yet. */
export interface TraceLines {
  readonly header: HeaderLine;
  readonly events: readonly EventLine[];
}

/** The text of a trace. */
export function textOf({ header, events }: TraceLines): string {
  return [header, ...events].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The lines of a text that {@link textOf} wrote. */
export function linesOf(text: string): TraceLines {
  const [header, ...events] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  return { header: header as HeaderLine, events: events as EventLine[] };
}
