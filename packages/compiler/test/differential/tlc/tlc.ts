import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, outcomeReader, type TlcOutcome } from '@synod/tla';
import { findTlc, runTlc, type Tlc } from '../../../../../tools/tlc/src/index.js';

/** TLC, if there is one at hand: nothing is fetched for tests. Says in a line that it is not, where tests are skipped. */
export async function theTlc(): Promise<Tlc | undefined> {
  try {
    return await findTlc({ offline: true });
  } catch (error) {
    if (!(error instanceof InputError) || (error.code !== 'no-tlc' && error.code !== 'no-java')) throw error;
    console.warn('TLC is not at hand (no Java, or no jar): the compiler is not compared with it.');
    return undefined;
  }
}

/** What a run of TLC came to. */
export interface TlcRun {
  readonly outcome: TlcOutcome;
  readonly exitCode: number;
  /** The lines that PrintT wrote. */
  readonly printed: readonly string[];
  /** All that TLC said, for a person. */
  readonly text: string;
}

/** Runs TLC on modules in a folder of its own, with one worker. */
export async function tlcRun(
  tlc: Tlc,
  root: string,
  files: { readonly [name: string]: string },
  options: readonly string[] = [],
): Promise<TlcRun> {
  const folder = mkdtempSync(join(tmpdir(), 'synod-differential-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const reader = outcomeReader();
    const lines: string[] = [];
    const exitCode = await runTlc({
      tlc,
      // Starting takes longer than checking does.
      java: ['-XX:TieredStopAtLevel=1', '-Xss16m'],
      arguments: [
        '-tool',
        '-workers',
        '1',
        '-fp',
        '0',
        '-userFile',
        join(folder, 'printed'),
        ...options,
        root,
      ],
      cwd: folder,
      stdio: 'pipe',
      onLine: (line) => {
        lines.push(line);
        reader.line(line);
      },
    });
    reader.end();
    return { outcome: reader.outcome(), exitCode, printed: printedLines(folder), text: lines.join('\n') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printedLines(folder: string): readonly string[] {
  try {
    return readFileSync(join(folder, 'printed'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}
