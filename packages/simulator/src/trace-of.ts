import type { Run } from './run.js';

/**
 * The trace of a run (docs/trace-format.md), a line each, header first.
 *
 * @param options `total` (default): in the order in which things happened. `clock`: only as far as vector clocks tell; not for
 *   events that carry the whole state
 */
export function traceOf(
  { header, events }: Pick<Run, 'header' | 'events'>,
  { order = 'total' }: { readonly order?: 'total' | 'clock' | undefined } = {},
): string[] {
  if (order === 'clock') return [{ ...header, order }, ...events].map((line) => JSON.stringify(line));
  const lines = events.map(({ clock: _, ...event }) => event);
  return [header, ...lines].map((line) => JSON.stringify(line));
}
