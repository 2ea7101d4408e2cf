import { type Mistake, mistake } from '../mistake.js';
import { three } from '../scenario.js';

const queue = 'host/effect-queue.js';
const missing = 'refinement/missing-actions.js';

/** What can be wrong with what runs the roles: the order of effects, the ledger's bytes, the trace after a crash. */
export const hostMistakes: readonly Mistake[] = [
  mistake(
    'host/does-not-wait',
    'Nothing waits for the disk: messages leave before what they depend on is durable.',
    three,
    queue,
    'after: appended',
    'after: 0',
  ),
  mistake(
    'host/waits-for-one-less',
    'What is released waits for all records but the last.',
    three,
    queue,
    'after > durable',
    'after > durable + 1',
  ),
  mistake(
    'host/trace-not-completed',
    'What the ledger has and the trace lacks after a crash is not written to the trace.',
    three,
    missing,
    'return missing;',
    'return [];',
  ),
  mistake(
    'host/votes-not-completed',
    'Of what the ledger has and the trace lacks after a crash, votes are left out.',
    three,
    missing,
    'record.bal > trace.maxVBal',
    'false',
  ),
];
