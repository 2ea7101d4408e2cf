import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTrace, type Trace } from '@synod/conformance';
import { InputError } from '@synod/tla';
import { findTlc, type Tlc } from '@synod/tlc';
import { onTestFinished } from 'vitest';
import type { TlcModel } from '../../src/validate/tlc/open-model.js';

/** TLC, if there is one at hand: nothing is fetched for tests. Says in a line that it is not, where tests are skipped. */
export async function theTlc(): Promise<Tlc | undefined> {
  try {
    return await findTlc({ offline: true });
  } catch (error) {
    if (!(error instanceof InputError) || (error.code !== 'no-tlc' && error.code !== 'no-java')) throw error;
    console.warn('TLC is not at hand (no Java, or no jar): traces are not validated with it.');
    return undefined;
  }
}

/** A model in a folder that goes when the test is over. */
export function modelOf(module: string, texts: { readonly [file: string]: string }): TlcModel {
  const folder = mkdtempSync(join(tmpdir(), 'synod-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, file), text);
  return { folder, module, cfg: join(folder, `${module}.cfg`) };
}

/** A trace of these lines; the header is completed. */
export function traceOf(header: object, ...events: readonly object[]): Promise<Trace> {
  const lines = [{ trace: 1, spec: 'Test', ...header }, ...events].map((line) => JSON.stringify(line));
  return readTrace({ chunks: [Buffer.from(`${lines.join('\n')}\n`)], file: 'trace.ndjson' });
}
