import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { coordinator } from './coordinator.ts';
import { participant } from './participant.ts';
import type { Answer, Word } from './protocol.ts';
import type { Options } from './run.ts';
import { logOfProcess } from './trace.ts';
import { listen, send } from './wire.ts';

/** Whatever happens, no process lives longer, in milliseconds. */
const patience = 20_000;

/** A process for each actor, TCP between them. Each writes its own file. */
export async function runInProcesses({ participants }: Options): Promise<void> {
  const leader = start('coordinator');
  const [port] = (await once(leader, 'message')) as [number];
  const all = [leader, ...participants.map((name) => start(name, port))];
  const codes = await Promise.all(all.map(async (child) => (await once(child, 'exit'))[0] as number | null));
  if (codes.some((code) => code !== 0)) throw new Error(`a process failed: exit codes ${codes.join(', ')}`);
}

function start(role: string, port = 0): ChildProcess {
  return fork(process.argv[1] as string, [...process.argv.slice(2), '--role', role, '--port', `${port}`]);
}

/** One of these processes. */
export function runRole(role: string, port: number, options: Options): void {
  setTimeout(() => process.exit(3), patience).unref();
  if (role === 'coordinator') coordinatorProcess(options);
  else participantProcess(role, port, options);
}

/** Begins when everybody has connected, and hangs up when everybody has been told. */
function coordinatorProcess({ participants, rules, out }: Options): void {
  const log = logOfProcess(join(out, 'coordinator.ndjson'), 'coordinator');
  const sockets: Socket[] = [];
  const leader = coordinator(participants, rules, log, (word) => {
    for (const socket of sockets) {
      send(socket, word, log);
      if (word.type === 'decision') socket.end();
    }
  });
  const server = createServer((socket) => {
    sockets.push(socket);
    listen(socket, log, (message) => {
      leader.receive(message as Answer);
      leader.settle();
    });
    if (sockets.length < participants.length) return;
    server.close();
    leader.begin();
  });
  server.listen(0, '127.0.0.1', () => {
    process.send?.((server.address() as AddressInfo).port);
    process.disconnect();
  });
}

function participantProcess(name: string, port: number, { unable, rules, out }: Options): void {
  process.disconnect();
  const log = logOfProcess(join(out, `${name}.ndjson`), name);
  const socket = connect(port, '127.0.0.1');
  const able = (): boolean => !unable.includes(name);
  const member = participant(name, able, rules, log, (answer) => send(socket, answer, log));
  listen(socket, log, (message) => {
    member.receive(message as Word);
    member.wait();
  });
}
