import type { ClientResponse } from '../client/request.js';

/** Clients that wait for something of one instance. */
export interface WaitingClients {
  /** Waits for a value to be chosen or, where `orNone`, for the answer that there is none. */
  wait(orNone: boolean, gone: AbortSignal): Promise<ClientResponse>;
  /** A value is known: all are answered. */
  chosen(val: string): void;
  /** None is known: those are answered to whom it is an answer. */
  none(): void;
  fail(code: string, message: string): void;
}

interface Client {
  readonly orNone: boolean;
  readonly answer: (response: ClientResponse) => void;
}

/** @param count is told how many more wait, or fewer */
export function waitingClients(count: (more: 1 | -1) => void): WaitingClients {
  const clients = new Set<Client>();
  const answer = (response: ClientResponse, whom: (client: Client) => boolean = () => true): void => {
    for (const client of [...clients].filter(whom)) client.answer(response);
  };
  return {
    wait(orNone, gone) {
      return new Promise((resolve) => {
        const leave = (): void => client.answer({ type: 'unknown' });
        const client: Client = {
          orNone,
          answer(response) {
            gone.removeEventListener('abort', leave);
            if (clients.delete(client)) count(-1);
            resolve(response);
          },
        };
        clients.add(client);
        count(1);
        gone.addEventListener('abort', leave, { once: true });
        if (gone.aborted) leave();
      });
    },
    chosen: (val) => answer({ type: 'chosen', val }),
    none: () => answer({ type: 'unknown' }, ({ orNone }) => orNone),
    fail: (code, message) => answer({ type: 'failed', code, message }),
  };
}
