import type { Server } from 'node:net';
import { RuntimeError } from '../../errors.js';
import { type Address, addressText } from '../address.js';

/** Resolves when the server can be reached. @throws RuntimeError: why it cannot listen there */
export async function listen(server: Server, id: string, address: Address): Promise<Address> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(listenError(id, address, error));
    server.once('error', fail);
    server.listen(address.port, address.host, () => {
      server.off('error', fail);
      resolve();
    });
  });
  const bound = server.address();
  return typeof bound === 'object' && bound !== null ? { host: address.host, port: bound.port } : address;
}

function listenError(id: string, address: Address, error: NodeJS.ErrnoException): RuntimeError {
  const start = `${id} cannot listen on ${addressText(address)}:`;
  const made = (code: string, rest: string): RuntimeError =>
    new RuntimeError(code, `${start} ${rest}`, { cause: error });
  switch (error.code ?? '') {
    case 'EADDRINUSE':
      return made('address-in-use', `another process does. Stop that one, or give ${id} another address.`);
    case 'EADDRNOTAVAIL':
      return made('address-not-available', `this machine has no such address. Give ${id} one that it has.`);
    case 'EACCES':
      return made('address-not-allowed', 'this user may not. Give it a port from 1024 on.');
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return made('unknown-host', `nobody knows the host "${address.host}". Correct its name.`);
    default:
      return made('cannot-listen', `${error.message}.`);
  }
}
