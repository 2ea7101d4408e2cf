import { type Mistake, mistake } from '../mistake.js';
import { duel, five, slow, three } from '../scenario.js';

const safeValue = 'proposer/safe-value.js';
const hear = 'proposer/hear.js';
const begin = 'proposer/begin.js';
const higher = 'vote.mbal > highest.mbal';

/** How a proposer can choose the wrong value from what is reported. */
const valueMistakes: readonly Mistake[] = [
  mistake(
    'proposer/own-value',
    'Proposes what its client wants although votes are reported.',
    three,
    safeValue,
    'highest.mbal >= 0 ? highest.mval : own',
    'own ?? highest.mval',
  ),
  mistake(
    'proposer/lowest-ballot',
    'Of the votes reported it takes the one in the lowest ballot.',
    duel,
    safeValue,
    higher,
    'vote.mbal >= 0 && (highest.mbal < 0 || vote.mbal < highest.mbal)',
  ),
  mistake(
    'proposer/most-frequent',
    'Of the values reported it takes the most frequent.',
    duel,
    safeValue,
    higher,
    'vote.mbal >= 0 && reported.filter(({ mval }) => mval === vote.mval).length > reported.filter(({ mval }) => mval !== undefined && mval === highest.mval).length',
  ),
  mistake(
    'proposer/first-reported',
    'Takes the vote that was reported first.',
    duel,
    safeValue,
    higher,
    'highest.mbal < 0 && vote.mbal >= 0',
  ),
  mistake(
    'proposer/last-reported',
    'Takes the vote that was reported last.',
    duel,
    safeValue,
    higher,
    'vote.mbal >= 0',
  ),
  mistake(
    'proposer/greatest-value',
    'Of the values reported it takes the greatest, not that of the highest ballot.',
    duel,
    safeValue,
    higher,
    "vote.mbal >= 0 && vote.mval > (highest.mval ?? '')",
  ),
  mistake(
    'proposer/ballot-zero-is-none',
    'Takes a vote in ballot 0 for none.',
    three,
    safeValue,
    'highest.mbal >= 0 ?',
    'highest.mbal > 0 ?',
  ),
  mistake(
    'proposer/value-of-nobody',
    'Asked only whether anything was chosen, it proposes a value that nobody wants.',
    three,
    hear,
    'safeValue(reported, state.value)',
    "safeValue(reported, state.value ?? 'Z')",
  ),
];

/** How a proposer can count answers wrongly. */
const countMistakes: readonly Mistake[] = [
  {
    id: 'proposer/counts-messages',
    mistake: 'Counts promises and not acceptors: one that comes twice counts twice.',
    scenario: three,
    patches: [
      {
        file: hear,
        find: 'quorumAmong(context.quorums, promises.keys())',
        replace:
          '2 * heard.phase.heard > context.cluster.acceptors.length ? new Set(promises.keys()) : undefined',
      },
      {
        file: hear,
        find: 'phase: { ...phase, promises }',
        replace: 'phase: { ...phase, promises, heard: (phase.heard ?? 0) + 1 }',
      },
    ],
  },
  mistake(
    'proposer/stale-promise',
    'Counts a promise for an earlier ballot of its own that comes late.',
    three,
    hear,
    'message.bal !== state.ballot',
    'message.bal > state.ballot',
  ),
  {
    id: 'proposer/mixes-ballots',
    mistake: 'Keeps the promises of its last ballot when it begins the next.',
    scenario: duel,
    patches: [
      {
        file: 'proposer/give-way.js',
        find: "phase: { type: 'waiting' }",
        replace: "phase: { type: 'waiting', promises: state.phase.promises }",
      },
      { file: begin, find: 'promises: new Map()', replace: 'promises: new Map(state.phase.promises)' },
    ],
  },
  mistake(
    'proposer/own-promise',
    'Counts the promise of its own acceptor without asking it.',
    slow,
    begin,
    'promises: new Map()',
    'promises: new Map([[id, { mbal: -1, mval: undefined }]])',
  ),
  mistake(
    'proposer/rejection-is-promise',
    'Takes any answer for a promise, a rejection too.',
    three,
    'proposer/proposer.js',
    'return yieldTo(context, state, message, chance)',
    "return hear(context, state, { type: '1b', acc: from, bal: message.bal, mbal: -1, mval: undefined })",
  ),
];

/** How a proposer can ask for votes too early, too often, or for two values. */
const proposalMistakes: readonly Mistake[] = [
  mistake(
    'proposer/first-promise-is-enough',
    'Asks for votes as soon as one acceptor has promised.',
    three,
    hear,
    'quorumAmong(context.quorums, promises.keys())',
    'new Set(promises.keys())',
  ),
  {
    id: 'proposer/no-first-phase',
    mistake: 'Asks for votes without asking for promises.',
    scenario: three,
    patches: [
      {
        file: 'proposer/proposer.js',
        find: "state.phase.type === 'idle' ? begin(context, state)",
        replace:
          "state.phase.type === 'idle' ? ((begun) => state.value === undefined || begun.state.phase.type !== 'preparing' ? begun : ((asked) => ({ state: asked.state, effects: [...begun.effects, ...asked.effects] }))(propose(context, begun.state, state.value)))(begin(context, state))",
      },
      {
        file: 'proposer/proposer.js',
        find: "import { hear } from './hear.js';",
        replace: "import { hear } from './hear.js';\nimport { propose } from './propose.js';",
      },
    ],
  },
  {
    id: 'proposer/proposes-again',
    mistake:
      'Proposes again in the same ballot, with the votes reported so far, whenever one more promise comes.',
    scenario: five,
    patches: [
      { file: hear, find: "phase.type !== 'preparing'", replace: 'phase.promises === undefined' },
      {
        file: 'proposer/propose.js',
        find: "phase: { type: 'proposing', val,",
        replace: "phase: { type: 'proposing', promises: state.phase.promises, val,",
      },
    ],
  },
  mistake(
    'proposer/value-changed-in-retry',
    'Asks a second time for its own value and not for the one that was safe.',
    slow,
    'proposer/try-again.js',
    'val: phase.val',
    'val: state.value ?? phase.val',
  ),
  mistake(
    'proposer/tells-proposal-as-chosen',
    'Tells a learner that asks it to finish that the value it has asked votes for is chosen.',
    three,
    'proposer/proposer.js',
    "if (message.type === 'finish'",
    "if (message.type === 'finish' && state.phase.type === 'proposing')\n        return { state, effects: [{ type: 'send', to: from, message: { type: 'chosen', bal: state.ballot, val: state.phase.val } }] };\n    if (message.type === 'finish'",
  ),
];

/** How two values can come into one ballot. */
const ballotMistakes: readonly Mistake[] = [
  mistake(
    'ballot/shared-slice',
    'The first two proposers have the same ballots.',
    three,
    'ballot.js',
    'proposers.indexOf(proposer)',
    'Math.max(0, proposers.indexOf(proposer) - 1)',
  ),
  mistake(
    'ballot/next-number',
    'Takes the next number above all it has heard of, whoever has that ballot.',
    three,
    'ballot.js',
    'slice + turns * proposers.length',
    'Math.max(slice, above + 1)',
  ),
  mistake(
    'ballot/begun-again',
    'Begins the next ballot above what others have, and so its own last one again.',
    three,
    begin,
    'Math.max(state.ballot, state.highest)',
    'state.highest',
  ),
];

export const proposerMistakes: readonly Mistake[] = [
  ...valueMistakes,
  ...countMistakes,
  ...proposalMistakes,
  ...ballotMistakes,
];
