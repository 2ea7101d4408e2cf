import type { HiddenMistake, Patch } from '../mistake.js';
import { three } from '../scenario.js';

/** Whatever is left undone, what is done is a behaviour of Paxos.tla. */
function delay(id: string, sentence: string, proof: string, patch: Patch): HiddenMistake {
  const safe = 'Paxos.tla demands of no step that it is taken (LiveSpec does, and no finite trace shows it)';
  return { id, mistake: sentence, scenario: three, patches: [patch], proof: `${proof} ${safe}.` };
}

/** Mistakes that only cost time, all of it perhaps. */
export const delays: readonly HiddenMistake[] = [
  delay(
    'acceptor/votes-only-as-promised',
    'Votes in no ballot that it has not promised before.',
    'Some votes are not cast; those that are, Phase2b allows.',
    { file: 'acceptor/vote.js', find: 'bal < state.maxBal', replace: 'bal !== state.maxBal' },
  ),
  delay(
    'acceptor/does-not-reject',
    'Says nothing to a proposer whose ballot is too low.',
    'A rejection is no message of Paxos.tla, and only hurries a proposer.',
    {
      file: 'acceptor/promise.js',
      find: 'return rejected(state, bal, proposer);',
      replace: 'return { state, effects: [] };',
    },
  ),
  delay(
    'proposer/does-not-give-way',
    'Pays no attention to rejections.',
    'A rejection is no message of Paxos.tla, and what it asks for is asked of acceptors who refuse.',
    {
      file: 'proposer/proposer.js',
      find: 'return yieldTo(context, state, message, chance);',
      replace: 'return { state, effects: [] };',
    },
  ),
  delay(
    'proposer/ignores-higher-ballots',
    'Begins the next ballot of its own although it has heard of far higher ones.',
    'Its ballots are its own and each higher than the last; acceptors refuse them.',
    { file: 'proposer/begin.js', find: 'Math.max(state.ballot, state.highest)', replace: 'state.ballot' },
  ),
  delay(
    'proposer/no-back-off',
    'Tries again at once, so that two proposers may duel for ever.',
    'When a ballot begins is left open.',
    { file: 'backoff.js', find: 'return least +', replace: 'return 0 *' },
  ),
  delay(
    'learner/asks-nobody',
    'Does not ask for the votes that it missed.',
    'It learns less, and nothing else.',
    {
      file: 'learner/ask.js',
      find: 'return rest(context, asking, [',
      replace: 'return rest(context, asking, []); void ([',
    },
  ),
  delay(
    'host/waits-for-all',
    'What is to be sent waits until everything that was written is durable, what came after it too.',
    'It is sent later, in the same order.',
    {
      file: 'host/effect-queue.js',
      find: 'after > durable',
      replace: 'after > durable || appended > durable',
    },
  ),
];
