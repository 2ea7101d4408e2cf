// A program in a project of its own, which has these packages from their tarballs: each is used once for what it is for.

import { writeFile } from 'node:fs/promises';
import { catalogue } from '@synod/mutants';
import { memorySink, recorder } from '@synod/recorder';
import { clusterOf } from '@synod/roles';
import { memoryDisk, memoryNetwork, openLedger, startNode } from '@synod/runtime';
import { exceptions } from '@synod/specrefs';
import { messageReader, readDump } from '@synod/tla';
import { readBytes } from '@synod/tla/node';
import { exitMeaning } from '@synod/tlc';
import { program } from '@synod/trace';
import {
  compiler,
  conformance,
  liveness,
  paxos,
  refusal,
  roles,
  simulator,
  tla,
  voting,
} from './anywhere.js';

console.log(`tla: ${tla()}; ${refusal()}`);
console.log(`tla/node: ${await dump()}; ${messages('Error: Invariant Inv is violated.\n')}`);
console.log(`paxos: ${paxos()}`);
console.log(`voting: ${voting()}`);
console.log(`liveness: ${liveness()}`);
console.log(`compiler: ${await compiler()}`);
console.log(`conformance: ${await conformance()}`);
console.log(`roles: ${roles()}`);
console.log(`simulator: ${simulator()}`);
console.log(`recorder: ${recorded()}`);
console.log(`runtime: ${await node()}`);
console.log(`tlc: ${exitMeaning(12)}`);
console.log(`specrefs: ${exceptions.every(({ reason }) => reason.length > 0)}`);
console.log(`mutants: ${(await catalogue()).length >= 40}`);
console.log(`trace: ${program(() => {}).name()}`);

/** The states in a dump of TLC. */
async function dump(): Promise<string> {
  await writeFile('states.dump', 'State 1:\n/\\ x = 0\n\nState 2:\n/\\ x = 1\n\n');
  const states: string[] = [];
  await readDump(readBytes('states.dump'), { state: (text) => states.push(text) });
  return `${states.length} states`;
}

function messages(output: string): string {
  const told: string[] = [];
  const reader = messageReader(({ kind, text }) => told.push(`${kind}: ${text}`));
  for (const line of output.split('\n')) reader.line(line);
  reader.end();
  return told.join(', ');
}

function recorded(): string {
  const sink = memorySink();
  const trace = recorder({ process: 'a1', header: { trace: 1, spec: 'Door' }, sink });
  trace.record({ action: 'Open' });
  trace.flush();
  return sink.text.trimEnd().split('\n').at(-1) ?? '';
}

/** A node that is alone in its cluster. */
async function node(): Promise<string> {
  const cluster = clusterOf(['a1']);
  const network = memoryNetwork(['a1']);
  const ledger = await openLedger('a1', { cluster: cluster.name, node: 'a1', disk: memoryDisk() });
  const running = await startNode({ id: 'a1', cluster, ledger, transport: network.transport('a1') });
  const { val } = await network.client('a1').propose('law', 'olives');
  await running.stop();
  return val;
}
