import type { HiddenMistake } from '../mistake.js';
import { five, three } from '../scenario.js';

/** Mistakes that another rule makes up for. */
export const equals: readonly HiddenMistake[] = [
  {
    id: 'acceptor/votes-twice',
    mistake: 'Votes a second time in a ballot if the value is another.',
    scenario: three,
    patches: [
      {
        file: 'acceptor/vote.js',
        find: 'bal === state.maxVBal',
        replace: 'bal === state.maxVBal && val === state.maxVal',
      },
    ],
    proof:
      'All 2a of a ballot have the same value (Inv of Paxos.tla, and Phase2a), and a vote in a ballot is for that value: where bal = maxVBal, val = maxVal. It shows only together with a proposer that sends two values in a ballot, and then that proposer is caught first.',
  },
  {
    id: 'acceptor/promises-after-voting',
    mistake: 'Asked again for a promise after it has voted in that ballot, it answers with the new vote.',
    scenario: three,
    patches: [{ file: 'acceptor/promise.js', find: 'state.maxVBal < bal ? [send] : []', replace: '[send]' }],
    proof:
      'It has voted in the ballot, so the 2a of the ballot was sent. From then on its proposer does not wait for promises of that ballot, and a proposer that starts again begins a higher one: nobody takes the message. That it is one no step has sent is seen by the simulator, which compares messages with steps.',
  },
  {
    id: 'acceptor/votes-again',
    mistake: 'Writes its vote, and tells it to the trace, every time a 2a comes again.',
    scenario: three,
    patches: [{ file: 'acceptor/vote.js', find: 'if (again)', replace: 'if (false)' }],
    proof:
      'It has promised no higher ballot, or it had rejected the 2a; so Phase2b is possible again, and changes nothing: 2b is in msgs, and its variables have these values.',
  },
  {
    id: 'proposer/ballot-written-late',
    mistake: 'Writes its ballot to the ledger before the 2a, and not before the 1a.',
    scenario: three,
    patches: [
      {
        file: 'proposer/begin.js',
        find: "{ type: 'persist', record: { type: 'ballot', bal } },",
        replace: '',
      },
      {
        file: 'proposer/propose.js',
        find: "{ type: 'action', action: 'Phase2a'",
        replace:
          "{ type: 'persist', record: { type: 'ballot', bal: state.ballot } },\n            { type: 'action', action: 'Phase2a'",
      },
    ],
    proof:
      'Phase1a has no guard: a ballot may begin again, and promises for it hold, whichever 1a they answer. What must not come twice is the 2a, and before that the ballot is in the ledger. The simulator sees that a ballot which had begun is not in the ledger; no trace can.',
  },
  {
    id: 'proposer/last-of-the-highest',
    mistake: 'Of several votes in the highest ballot it takes the last instead of the first.',
    scenario: five,
    patches: [
      {
        file: 'proposer/safe-value.js',
        find: 'vote.mbal > highest.mbal',
        replace: 'vote.mbal >= highest.mbal',
      },
    ],
    proof: 'All votes in a ballot are for the same value (OneValuePerBallot of Voting.tla).',
  },
  {
    id: 'host/picks-what-is-ready',
    mistake: 'Goes through all that waits for the disk, and not only up to the first that has to wait.',
    scenario: three,
    patches: [
      {
        file: 'host/effect-queue.js',
        find: 'first === -1 ? waiting : waiting.slice(0, first)',
        replace: 'waiting.filter(({ after }) => after <= durable)',
      },
      {
        file: 'host/effect-queue.js',
        find: 'first === -1 ? [] : waiting.slice(first)',
        replace: 'waiting.filter(({ after }) => after > durable)',
      },
    ],
    proof:
      'An effect waits for as many records as were written before it came, so that none waits for fewer than one before it: what is ready is always the beginning.',
  },
];
