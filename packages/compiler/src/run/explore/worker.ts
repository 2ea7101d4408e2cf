import { parentPort, workerData } from 'node:worker_threads';
import { checksOf } from './checks.js';
import type { LoadEngine } from './exploration.js';
import { keysOf } from './keys.js';
import { type Searcher, searcher } from './searcher.js';
import { control, StateTable, type TableMemory } from './state-table.js';
import type { WorkerReport, WorkerStart } from './team.js';

const { options, check, limit } = workerData as WorkerStart;
const { load } = (await import(options.module)) as { readonly load: LoadEngine };
const engine = await load(options.from);
const keys = keysOf(engine);

let table: StateTable | undefined;
let hand: Searcher | undefined;
let holes = 0;

parentPort?.on('message', (memory: TableMemory) => {
  table?.attach(memory);
  table ??= new StateTable(keys.layout, memory);
  hand ??= searcher(engine, table, keys, checksOf(engine, check), { makeRoom: undefined, limit });
  const pause = hand.work(Number.POSITIVE_INFINITY);
  if (pause === 'level done') holes += table.dropSpare();
  else Atomics.store(table.control, control.stop, 1);
  say({ type: 'paused', pause, generated: hand.generated(), holes });
});
say({ type: 'ready' });

function say(report: WorkerReport): void {
  parentPort?.postMessage(report);
}
