/** Where a node listens. */
export interface Address {
  readonly host: string;
  /** 0 to listen on any that is free. */
  readonly port: number;
}

/** As people write it: `127.0.0.1:7001`, `[::1]:7001`. */
export function addressText({ host, port }: Address): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What is wrong with an address that a program was given; undefined if it can be called. */
export function addressProblem(address: Address | undefined): string | undefined {
  if (address === undefined) return 'it has no address';
  const { host, port } = address;
  if (host === '') return 'its address has no host';
  return Number.isInteger(port) && port >= 0 && port <= 65535
    ? undefined
    : `its port ${port} is not a whole number from 0 to 65535`;
}
