import { join } from 'node:path';
import type { BenchFolder } from '../inputs/bench-folder.js';
import { type Observed, writeLargeTrace } from '../inputs/large-trace.js';
import type { Row, Side, Wanted } from './row.js';
import { scriptSide, synod } from './sides.js';

/** Validating executions of MCPaxosTiny: by every engine, and as long as they may get. */
export async function validateRows({ root, scratch }: BenchFolder): Promise<readonly Row[]> {
  const trace = async (events: number, observed: Observed): Promise<string> => {
    const file = join(scratch, `${observed}-${events}.ndjson`);
    await writeLargeTrace(join(root, 'traces', 'tlc'), file, events, observed);
    return file;
  };
  const judged = (engine: string, file: string, ...options: readonly string[]): Side => ({
    name: `${engine} engine`,
    command: synod(
      root,
      ['validate', '--model', 'MCPaxosTiny', '--engine', engine, ...options, file],
      ['conforms'],
    ),
  });
  const lengths = await Promise.all(
    [100, 1000, 5000].map(async (events) => ({ events, file: await trace(events, 'everything') })),
  );
  const against = (events: number, file: string, work: string, ...options: readonly string[]): Row => ({
    id: `validate-${events}${options.join('')}`,
    group: 'validate',
    work: `${events.toLocaleString('en')} events, fully observed, ${work}`,
    side: judged('graph', file, ...options),
    against: judged('tlc', file),
    amount: { of: 'events', count: events },
    ...(events === 5000 ? { wanted: { type: 'times faster', atLeast: 30 } satisfies Wanted } : {}),
  });
  const last = lengths.at(-1);
  const rows = lengths.map(({ events, file }) => against(events, file, 'export as before'));
  rows.push(against(5000, last?.file ?? '', 'nothing known', '--fresh'));
  const others = ['model', 'spec'].map(
    (engine): Row => ({
      id: `validate-${engine}`,
      group: 'validate',
      work: '5,000 events, fully observed',
      side: judged(engine, last?.file ?? ''),
      amount: { of: 'events', count: 5000 },
    }),
  );
  return [...rows, ...others, ...(await millions(trace, (file) => judged('graph', file)))];
}

async function millions(
  trace: (events: number, observed: Observed) => Promise<string>,
  judged: (file: string) => Side,
): Promise<readonly Row[]> {
  const [everything, nothing] = [await trace(1_000_000, 'everything'), await trace(1_000_000, 'nothing')];
  const amount = { of: 'events', count: 1_000_000 } as const;
  return [
    {
      id: 'validate-million',
      group: 'validate',
      work: '1,000,000 events, fully observed',
      side: judged(everything),
      against: scriptSide('JSON.parse of the lines', 'parse-json-lines', [everything], /^1000001 lines/m),
      amount,
      wanted: { type: 'times as long', atMost: 1.5 },
    },
    {
      id: 'validate-million-nothing',
      group: 'validate',
      work: '1,000,000 events, only the names of actions',
      side: judged(nothing),
      amount,
      wanted: { type: 'seconds', below: 3 },
    },
  ];
}
