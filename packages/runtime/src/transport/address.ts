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
