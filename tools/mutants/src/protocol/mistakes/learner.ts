import { type Mistake, mistake } from '../mistake.js';
import { distinguished, five, three } from '../scenario.js';

const count = 'learner/count-vote.js';
const learner = 'learner/learner.js';
const voters = 'new Set(state.votes.get(bal)?.voters).add(acc)';
const quorum = 'context.quorums.isQuorum(voters)';
const votesCase = "if (message.type === '2b')";

/** What a learner can take for chosen. */
export const learnerMistakes: readonly Mistake[] = [
  {
    id: 'learner/counts-messages',
    mistake: 'Counts messages and not acceptors: a vote that comes twice counts twice.',
    scenario: three,
    patches: [
      { file: count, find: voters, replace: '[...(state.votes.get(bal)?.voters ?? []), acc]' },
      { file: count, find: quorum, replace: '2 * voters.length > context.cluster.acceptors.length' },
    ],
  },
  {
    id: 'learner/mixes-ballots',
    mistake: 'Counts votes of different ballots together, whatever they are for.',
    scenario: three,
    patches: [
      { file: count, find: voters, replace: 'new Set(state.votes.get(0)?.voters).add(acc)' },
      { file: count, find: '.set(bal,', replace: '.set(0,' },
    ],
  },
  {
    id: 'learner/counts-by-value',
    mistake: 'Counts votes for the same value together, whatever their ballots are.',
    scenario: five,
    patches: [
      { file: count, find: voters, replace: 'new Set(state.votes.get(val)?.voters).add(acc)' },
      { file: count, find: '.set(bal,', replace: '.set(val,' },
    ],
  },
  mistake(
    'learner/one-vote-is-enough',
    'Takes any vote for the choice of a quorum.',
    three,
    count,
    quorum,
    'true',
  ),
  mistake(
    'learner/half-is-enough',
    'Waits for half of the acceptors, rounded down, instead of a quorum.',
    five,
    count,
    quorum,
    'voters.size >= Math.floor(context.cluster.acceptors.length / 2)',
  ),
  mistake(
    'learner/believes-a-report',
    'Takes a vote that a promise reports for what was chosen.',
    three,
    learner,
    votesCase,
    `if (message.type === '1b' && message.mval !== undefined) return learn(context, state, message.mbal, message.mval, false);\n    ${votesCase}`,
  ),
  mistake(
    'learner/believes-a-proposal',
    'Takes a value that votes are asked for, in a 2a, for what was chosen.',
    three,
    learner,
    votesCase,
    `if (message.type === '2a') return learn(context, state, message.bal, message.val, false);\n    ${votesCase}`,
  ),
  mistake(
    'learner/majority-of-learners',
    'Counts a majority of the learners instead of a quorum of the acceptors.',
    five,
    learner,
    'quorumSystem(cluster.quorums, cluster.acceptors)',
    'quorumSystem(cluster.quorums, cluster.learners)',
  ),
  mistake(
    'learner/tells-one-vote',
    'The distinguished learner tells the others that a value is chosen as soon as it has heard of one vote.',
    distinguished,
    count,
    'return waitForMore(context, counted);',
    "const more = waitForMore(context, counted);\n    const told = context.cluster.learners.filter((other) => other !== context.id).map((to) => ({ type: 'send', to, message: { type: 'chosen', bal, val } }));\n    return { ...more, effects: [...more.effects, ...told] };",
  ),
  mistake(
    'learner/stale-chosen',
    'Asked what was chosen before it knows, it tells the last vote that it has heard of; whoever asked believes it.',
    five,
    learner,
    'if (state.chosen === undefined || from === context.id)',
    "const last = [...state.votes].at(-1);\n        if (state.chosen === undefined && last !== undefined && from !== context.id)\n            return { state, effects: [{ type: 'send', to: from, message: { type: 'chosen', bal: last[0], val: last[1].val } }] };\n        if (state.chosen === undefined || from === context.id)",
  ),
];
