import { readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Conjunct } from '../divergence.js';
import type { FunctionCounts, GuardTask } from './task.js';

/**
 * The guard of a transcribed action that keeps it from being taken at the end of a behaviour: of the guards that
 * turned something away, the last. The action runs once in a worker while V8 counts what of it is executed,
 * so the transcription needs no hooks: a guard is `if (…) continue;` or `if (…) return;`, and the comments on its
 * lines are the conjunct.
 *
 * @returns undefined if no guard turned anything away
 */
export async function decidingGuard(task: GuardTask): Promise<Conjunct | undefined> {
  for (const counts of await countInWorker(task)) {
    const file = fileURLToPath(counts.url);
    const source = await readFile(file, 'utf8');
    const guard = rejecting(source, counts).at(-1);
    if (guard !== undefined) return { text: guard.text, ...(await originalPlace(file, source, guard.start)) };
  }
  return undefined;
}

function countInWorker(task: GuardTask): Promise<readonly FunctionCounts[]> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: task, execArgv: [] });
    worker.once('message', done);
    worker.once('error', failed);
  });
}

/** The guards of a function that turned something away, in the order of the source. */
function rejecting(source: string, { ranges }: FunctionCounts): readonly { start: number; text: string }[] {
  const [whole] = ranges;
  if (whole === undefined) return [];
  // Ranges nest, and inner ones come later.
  const countAt = (offset: number): number =>
    ranges.findLast(({ startOffset, endOffset }) => startOffset <= offset && offset < endOffset)?.count ?? 0;
  const guards: { start: number; text: string }[] = [];
  const jump = /\b(?:continue|return);/g;
  jump.lastIndex = whole.startOffset;
  for (
    let found = jump.exec(source);
    found !== null && found.index < whole.endOffset;
    found = jump.exec(source)
  ) {
    const start = source.lastIndexOf('if (', found.index);
    const end = endOfLine(source, found.index);
    const after = source.slice(end).search(/\S/) + end;
    if (start < whole.startOffset || countAt(start) <= countAt(after)) continue;
    guards.push({ start, text: comments(source.slice(start, end)) });
  }
  return guards;
}

function endOfLine(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length : end;
}

/** The trailing comments of these lines, as one text. */
function comments(text: string): string {
  return Array.from(text.matchAll(/\/\/(.*)$/gm), (match) => match[1]?.trim() ?? '')
    .join(' ')
    .replace(/^(?:\/\\|\\\/) */, '');
}

/** Where this offset of a compiled file stands in the TypeScript it was compiled from. */
async function originalPlace(
  file: string,
  source: string,
  offset: number,
): Promise<{ file: string; line: number }> {
  const before = source.slice(0, offset).split('\n');
  const line = before.length;
  try {
    const map = new SourceMap(JSON.parse(await readFile(`${file}.map`, 'utf8')));
    const entry = map.findEntry(line - 1, before.at(-1)?.length ?? 0);
    if ('originalSource' in entry) {
      return { file: resolve(dirname(file), entry.originalSource), line: entry.originalLine + 1 };
    }
  } catch {
    // Published without maps: the compiled file is the next best place to look at.
  }
  return { file, line };
}
