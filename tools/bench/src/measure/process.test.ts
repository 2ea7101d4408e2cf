import { describe, expect, it } from 'vitest';
import type { Row, Side } from '../rows/row.js';
import { alternate } from './alternate.js';
import { type MeasuredCommand, measure } from './process.js';

const node = (script: string, rest: Partial<MeasuredCommand> = {}): MeasuredCommand => ({
  command: process.execPath,
  arguments: ['-e', script],
  cwd: process.cwd(),
  shows: /done/,
  ...rest,
});

describe('measuring a process', () => {
  it.runIf(process.platform === 'linux')('gives its time, its output and its memory', async () => {
    const { seconds, peakBytes, output } = await measure(
      node('const kept = Buffer.alloc(200e6, 1); setTimeout(() => console.log("done", kept.length), 100)'),
    );
    expect(seconds).toBeGreaterThan(0.1);
    expect(output).toBe('done 200000000\n');
    expect(peakBytes).toBeGreaterThan(200e6);
  });

  it('takes no time for a result that is none', async () => {
    await expect(measure(node('console.log("other")'))).rejects.toThrow(/does not show \/done\/.*\nother/s);
    await expect(measure(node('console.log("done"); process.exitCode = 3'))).rejects.toThrow(
      'exit code 3, not 0',
    );
    const expected = await measure(node('console.log("done"); process.exitCode = 3', { exitCode: 3 }));
    expect(expected.output).toBe('done\n');
  });

  it('runs both sides in turn', async () => {
    const side = (name: string, mostRuns?: number): Side => ({
      name,
      command: node('console.log("done")'),
      ...(mostRuns === undefined ? {} : { mostRuns }),
    });
    const row: Row = { id: 'r', group: 'check', work: 'w', side: side('ours'), against: side('theirs', 1) };
    const order: string[] = [];
    const { runs, againstRuns } = await alternate(row, 2, (name, run) => order.push(`${name} ${run}`));
    expect(order).toEqual(['theirs 1', 'ours 1', 'ours 2']);
    expect([runs.length, againstRuns.length]).toEqual([2, 1]);
  });
});
