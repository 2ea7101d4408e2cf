import type { Row, Side } from '../rows/row.js';
import { type Measurement, measure } from './process.js';

/** The runs of both sides of a row. */
export interface Alternation {
  readonly runs: readonly Measurement[];
  readonly againstRuns: readonly Measurement[];
}

/**
 * Runs both sides of a row in turn, so that whatever else the machine does meanwhile meets both.
 *
 * @param times how often each side is run, unless it says that it is run less
 * @param onRun hears what is run next
 */
export async function alternate(
  row: Row,
  times: number,
  onRun: (side: string, run: number) => void,
  signal?: AbortSignal,
): Promise<Alternation> {
  const runs: Measurement[] = [];
  const againstRuns: Measurement[] = [];
  const once = async (side: Side | undefined, to: Measurement[], run: number): Promise<void> => {
    if (side === undefined || run > (side.mostRuns ?? times)) return;
    onRun(side.name, run);
    to.push(await measure(side.command, signal));
  };
  for (let run = 1; run <= times; run++) {
    await once(row.against, againstRuns, run);
    await once(row.side, runs, run);
  }
  return { runs, againstRuns };
}
