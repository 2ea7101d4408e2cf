import { type Chunks, InputError, describe as inWords } from '@synod/tla';
import type { TraceEvent } from '../src/trace/trace.js';

/** The error that reading ends in, as the command line shows it: one line, with its place. */
export async function refusal(reading: () => unknown): Promise<string> {
  try {
    await reading();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const text = inWords(error);
    if (text.includes('\n')) throw new Error(`not one line: ${text}`, { cause: error });
    return text;
  }
  throw new Error('nothing is refused');
}

/** A file of these lines, all of them ended. */
export function fileOf(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
}

/** The same bytes in pieces of this size. */
export function inPieces(bytes: Uint8Array, size: number): Chunks {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return pieces;
}

/** What is said of variables or parameters, as JSON. */
export function said(values: TraceEvent['state']): unknown {
  return Object.fromEntries([...values].map(([name, { json }]) => [name, json]));
}
