import type { TraceHeader } from '@synod/roles';

/**
 * The traces that nodes wrote of one instance as one trace. Its values are all that somebody asked votes for or voted for: a node
 * does not know what others were asked to propose, and what nobody asked votes for makes no difference.
 *
 * @param texts one of each node. A last line that a crash cut off is left out
 * @returns undefined if nobody wrote any event
 */
export function mergeTraces(header: TraceHeader, texts: readonly string[]): string | undefined {
  const events = texts.flatMap((text) =>
    text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .slice(1, -1),
  );
  if (events.length === 0) return undefined;
  const lines = events.map((line) => ({ line, event: JSON.parse(line) as Observed }));
  // What came before has a smaller clock. Whoever follows the trace tries the order of the lines first.
  lines.sort((one, other) => sumOf(one.event) - sumOf(other.event));
  const values = new Set<string>();
  for (const { event } of lines) {
    const { params, state } = event;
    for (const value of [params?.v, ...Object.values(state?.maxVal ?? {})]) {
      if (value !== undefined && value !== 'None') values.add(value);
    }
  }
  const constants = { ...header.constants, Value: [...values].toSorted(), None: 'None' };
  return `${[JSON.stringify({ ...header, constants, order: 'clock' }), ...lines.map(({ line }) => line)].join('\n')}\n`;
}

function sumOf({ clock }: Observed): number {
  return Object.values(clock).reduce((sum, count) => sum + count, 0);
}

/** What of an event is looked at. */
interface Observed {
  readonly clock: Readonly<Record<string, number>>;
  readonly params?: { readonly v?: string };
  readonly state?: { readonly maxVal?: Readonly<Record<string, string>> };
}
