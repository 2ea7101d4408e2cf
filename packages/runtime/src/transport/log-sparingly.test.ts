import { expect, it } from 'vitest';
import { logSparingly } from './log-sparingly.js';

it('logs the first, second, fourth, … of each kind, and how often it was', () => {
  const lines: string[] = [];
  const log = logSparingly(({ event, fields }) => lines.push(`${event} ${fields['times']}`));
  for (let time = 0; time < 20; time += 1) log('a', { level: 'warn', event: 'a', fields: {} });
  log('b', { level: 'warn', event: 'b', fields: {} });
  expect(lines).toEqual(['a 1', 'a 2', 'a 4', 'a 8', 'a 16', 'b 1']);
});
