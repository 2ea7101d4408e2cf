// A program in a project of its own, which has these packages from their tarballs: each is used once for what it is for.

import { writeFile } from 'node:fs/promises';
import { catalogue } from '@synod/mutants';
import { exceptions } from '@synod/specrefs';
import { messageReader, readDump } from '@synod/tla';
import { readBytes } from '@synod/tla/node';
import { exitMeaning } from '@synod/tlc';
import { program } from '@synod/trace';
import { compiler, conformance, liveness, paxos, refusal, tla, voting } from './anywhere.js';

console.log(`tla: ${tla()}; ${refusal()}`);
console.log(`tla/node: ${await dump()}; ${messages('Error: Invariant Inv is violated.\n')}`);
console.log(`paxos: ${paxos()}`);
console.log(`voting: ${voting()}`);
console.log(`liveness: ${liveness()}`);
console.log(`compiler: ${await compiler()}`);
console.log(`conformance: ${await conformance()}`);
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
