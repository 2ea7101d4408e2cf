import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, outcomeReader, type TlcOutcome } from '@synod/tla';
import { findTlc, runTlc, type Tlc } from '../../../../../tools/tlc/src/index.js';
import type { Model } from '../model.js';

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
  /** What `-dump dot,actionlabels graph` wrote; nothing without it. */
  readonly graph: string;
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
    const printed = written(folder, 'printed')
      .split('\n')
      .filter((line) => line !== '');
    const graph = written(folder, 'graph.dot');
    return { outcome: reader.outcome(), exitCode, printed, graph, text: lines.join('\n') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function written(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    return '';
  }
}

/** A model as the files of a folder. */
export function filesOf({ root, texts, cfg }: Model): { readonly [name: string]: string } {
  const modules = Object.entries(texts).map(([name, text]) => [`${name}.tla`, text]);
  return Object.fromEntries([...modules, [`${root}.cfg`, cfg]]) as { readonly [name: string]: string };
}
