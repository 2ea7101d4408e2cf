import { readTrace, type Trace } from '../src/index.js';

/** Reads a trace of the specification `Ticks` from its event lines, with what its header says beside that. */
export function ticksTrace(events: readonly object[], header: object = {}): Promise<Trace> {
  const lines = [{ trace: 1, spec: 'Ticks', ...header }, ...events].map(
    (line) => `${JSON.stringify(line)}\n`,
  );
  return readTrace({ chunks: lines, file: 'run.ndjson' });
}

/** The event of a hand that ticks; the hour that is then seen, if one is. */
export function tick(p: string, hour?: number): object {
  return {
    action: 'Tick',
    params: { p },
    ...(hour === undefined ? {} : { state: { hands: { [p]: hour } } }),
  };
}
