// What recording costs a step, next to the same step that records nothing. Run after a build:
// node packages/recorder/bench/cost.mjs [steps]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSink, memorySink, noRecorder, recorder } from '../dist/index.js';

const steps = Number(process.argv[2] ?? 100_000);
const header = { trace: 1, spec: 'Paxos' };
const folder = mkdtempSync(join(tmpdir(), 'synod-bench-'));
const on = (sink) => recorder({ process: 'a1', header, sink });

/** A step of an acceptor: a message comes, it is recorded what was done, a message goes. */
function measure(name, trace, count) {
  const clock = { p0: 1, a2: 3, a3: 4 };
  const run = (times) => {
    for (let i = 0; i < times; i++) {
      trace.receive(clock);
      if (trace.on) trace.record({ action: 'Phase1b', params: { a: 'a1' }, state: { maxBal: { a1: i } } });
      trace.flush();
      trace.stamp();
    }
  };
  run(Math.min(count, 10_000));
  const began = performance.now();
  run(count);
  const nanoseconds = ((performance.now() - began) * 1e6) / count;
  const shown = nanoseconds < 1000 ? `${nanoseconds.toFixed(1)} ns` : `${(nanoseconds / 1000).toFixed(1)} µs`;
  console.log(`${name.padEnd(24)} ${shown.padStart(10)} a step`);
}

try {
  measure('off', noRecorder, steps * 1000);
  measure('in memory', on(memorySink()), steps);
  measure('in a file', on(fileSink(join(folder, 'file'))), steps);
  measure('in a file, synced', on(fileSink(join(folder, 'synced'), { sync: true })), Math.ceil(steps / 50));
} finally {
  rmSync(folder, { recursive: true });
}
