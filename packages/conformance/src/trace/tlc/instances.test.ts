import { loadModules, stepFormulas } from '@synod/compiler';
import { parseConfig } from '@synod/tla';
import { expect, it } from 'vitest';
import { orderEvents } from '../order.js';
import { readTrace } from '../read/read-trace.js';
import { traceModule } from './trace-module.js';

const texts: { readonly [name: string]: string } = {
  Two: `---- MODULE Two ----
VARIABLES a, b
J == INSTANCE One WITH x <- a
K == INSTANCE One WITH x <- b
Init == a = 0 /\\ b = 0
Next == (J!Set(1) /\\ b' = b) \\/ (K!Set(1) /\\ a' = a) \\/ (K!Reset /\\ a' = a)
====`,
  One: `---- MODULE One ----
VARIABLE x
Set(p) == x' = p
Reset == x' = 0
====`,
};

async function stepsOf(action: string): Promise<readonly string[]> {
  const modules = await loadModules('Two', (name) => Promise.resolve(texts[name]));
  const config = parseConfig('INIT Init\nNEXT Next');
  const formulas = stepFormulas(modules, 'Two', config);
  const lines = [{ trace: 1, spec: 'Two' }, { action }].map((line) => JSON.stringify(line));
  const trace = await readTrace({ chunks: [Buffer.from(lines.join('\n'))], file: 'trace.ndjson' });
  const model = {
    root: 'Two',
    spec: 'Two',
    formulas,
    config,
    constants: new Map(),
    taken: new Set<string>(),
  };
  const { module } = traceModule(model, [{ trace, order: orderEvents(trace) }]);
  return module.split('\n').filter((line) => line.startsWith('Step1 '));
}

it('an event names an action with its INSTANCE, or without where there is only one of the name', async () => {
  expect(await stepsOf('K!Set')).toEqual(["Step1 == (K!Set(1) /\\ (a' = a))"]);
  expect(await stepsOf('Reset')).toEqual(["Step1 == (K!Reset /\\ (a' = a))"]);
  await expect(stepsOf('Set')).rejects.toMatchObject({
    code: 'unknown-action',
    message: expect.stringContaining('it has J!Set, K!Set, K!Reset, Next') as string,
  });
});
