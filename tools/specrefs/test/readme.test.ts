import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { compareText } from '../src/index.js';
import { root } from './support.js';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

it('the example of the README runs', async () => {
  const [, example = ''] = /```ts\n(.*?)```/s.exec(readme) ?? [];
  const body = example.replace(/^import .*\n/, '').replaceAll(/'((?:specs|packages)[^']*)'/g, `'${root}/$1'`);
  const log = vi.spyOn(console, 'log').mockReturnValue();
  // oxlint-disable-next-line typescript/no-implied-eval
  const run = new Function('compareText', `return (async () => {${body}})()`) as (
    compare: typeof compareText,
  ) => Promise<void>;
  await run(compareText);
  expect(log.mock.calls).toEqual([['55 counterparts']]);
  log.mockRestore();
});
