import { afterEach, expect, it, vi } from 'vitest';
import { disk, handTimers, ledgerOn, post, rest, three, tracesOn } from '../../test/node/doubles.js';
import type { NodeLogLine } from './log.js';
import { startNode } from './start-node.js';

afterEach(() => void vi.restoreAllMocks());

it.each([
  [100, []],
  [101, [{ level: 'warn', event: 'slow-traces', fields: { milliseconds: 101 } }]],
])('a trace that takes %d ms', async (milliseconds, expected) => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const on = disk();
  const transport = post();
  const lines: NodeLogLine[] = [];
  await startNode({
    id: 'a2',
    cluster: three,
    ledger: ledgerOn(on),
    traces: tracesOn(on, 'a2', () => {
      now += milliseconds;
    }),
    transport,
    timers: handTimers(),
    log: (line) => void lines.push(line),
  });
  transport.onReceive('a1', { instance: 'law', message: { type: '1a', bal: 0 } });
  await rest();
  expect(transport.sent).toHaveLength(1);
  expect(lines.filter(({ level }) => level === 'warn')).toEqual(expected);
});
