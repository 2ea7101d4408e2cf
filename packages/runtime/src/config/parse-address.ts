import type { Address } from '../transport/address.js';

/** Reads `127.0.0.1:7001`, `name.example:7001` or `[::1]:7001`; undefined if it is none of these. */
export function parseAddress(text: string): Address | undefined {
  const [, bracketed, plain, digits = ''] =
    /^(?:\[([0-9A-Fa-f:.%]+)\]|([^\s:[\]]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  return host === undefined || port < 1 || port > 65_535 ? undefined : { host, port };
}
