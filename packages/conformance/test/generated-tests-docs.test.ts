import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assertDriven } from '../src/fast-check/index.js';
import { FairLock } from './lock/lock.js';
import { adapter, model } from './lock/lock-adapter.js';

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const page = file('../../../docs/generated-tests.md');

it.each(['lock-words.ts', 'lock.ts', 'lock-adapter.ts', 'lock-property.test.ts', 'lock-trace.test.ts'])(
  'the page shows %s, which runs',
  (name) => expect(page).toContain(`\`\`\`ts ${name}\n${file(`lock/${name}`)}\`\`\`\n`),
);

it.each(['Lock.tla', 'Lock.cfg'])('%s is the one of "Bring your own implementation"', (name) => {
  expect(file('../../../docs/bring-your-own.md')).toContain(`${name}\n${file(`lock/${name}`)}\`\`\`\n`);
});

/** Lets a client ask again that has the lock already. */
class Forgetful extends FairLock {
  override ask(client: string): boolean {
    if (this.queue.includes(client)) return false;
    this.queue.push(client);
    return true;
  }
}

it('the message that the page shows is what is printed, and run again as the page says', async () => {
  const create = (): FairLock => new Forgetful();
  const failing = assertDriven(model, adapter(create), { seed: 1 });
  const printed = await failing.then(
    () => 'passes',
    (error: unknown) => (error as Error).message,
  );
  const message = printed.replaceAll(/\S*Lock\.tla/g, 'Lock.tla');
  expect(page).toContain(`\`\`\`text\n${message}\n\`\`\`\n`);
  const replay = /\{ seed: .* \}$/.exec(message)?.[0];
  expect(page).toContain(`    await assertDriven(model, adapter(), ${replay});\n`);
});
