import { type Adapter, type Model, openModel } from '@synod/conformance/fast-check';
import { FairLock } from './lock.js';
import type { Lock } from './lock-words.js';

const file = (name: string): URL => new URL(name, import.meta.url);

export const model: Model<Lock> = await openModel<Lock>({
  graph: file('export'),
  spec: file('Lock.tla'),
  cfg: file('Lock.cfg'),
});

export function adapter(create: () => FairLock = () => new FairLock()): Adapter<Lock> {
  let lock = create();
  return {
    reset() {
      lock = create();
    },
    step(...[action, { c }]) {
      switch (action) {
        case 'Ask':
          return lock.ask(c);
        case 'Grant':
          return lock.grant(c);
        case 'Release':
          return lock.release(c);
        case 'GiveUp':
          return lock.giveUp(c);
      }
    },
    observe: () => ({
      owner: { '#set': lock.owner === undefined ? [] : [lock.owner] },
      waiting: { '#set': lock.queue },
    }),
  };
}
