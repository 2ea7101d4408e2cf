import { readFileSync } from 'node:fs';

/** The text of a specimen that TLC wrote. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
}

/** The specimen in pieces of so many bytes. */
export function pieces(name: string, size: number): Uint8Array[] {
  const bytes = new TextEncoder().encode(fixture(name));
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.slice(i * size, (i + 1) * size),
  );
}

/** The error that a function ends in; undefined if it does not. */
export async function failure(run: () => unknown): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error;
  }
}
