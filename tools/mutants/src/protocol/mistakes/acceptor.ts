import { type Mistake, mistake } from '../mistake.js';
import { five, three } from '../scenario.js';

const promise = 'acceptor/promise.js';
const vote = 'acceptor/vote.js';

/** What an acceptor can do wrong while it runs. */
export const acceptorMistakes: readonly Mistake[] = [
  mistake(
    'acceptor/vote-below-promise',
    'Votes in any ballot above its last vote, whatever it has promised.',
    three,
    vote,
    'bal < state.maxBal',
    'bal < state.maxVBal',
  ),
  mistake(
    'acceptor/promise-lower',
    'Promises any ballot it is asked for, one below its promise too.',
    three,
    promise,
    'bal < state.maxBal',
    'false',
  ),
  mistake(
    'acceptor/promise-compared-with-vote',
    'Compares a new ballot with its last vote and not with its last promise.',
    three,
    promise,
    'bal < state.maxBal',
    'bal <= state.maxVBal',
  ),
  mistake(
    'acceptor/promise-twice',
    'Takes a 1a that comes again for a new one, and promises its ballot again.',
    three,
    promise,
    'bal === state.maxBal',
    'false',
  ),
  mistake(
    'acceptor/vote-is-no-promise',
    'Does not raise its promise to the ballot that it votes in.',
    three,
    vote,
    'maxBal: bal,',
    'maxBal: state.maxBal,',
  ),
  mistake(
    'acceptor/votes-old-value',
    'Having voted once, it votes for the same value in every later ballot, whatever the 2a says.',
    three,
    vote,
    'const again =',
    'val = state.maxVal ?? val;\n    const again =',
  ),
  mistake(
    'acceptor/keeps-first-vote',
    'Remembers its first vote and none that comes after.',
    five,
    vote,
    'maxVBal: bal, maxVal: val',
    '...(state.maxVal === undefined ? { maxVBal: bal, maxVal: val } : { maxVBal: state.maxVBal, maxVal: state.maxVal })',
  ),
  mistake(
    'acceptor/keeps-ballot-without-value',
    'Remembers the ballot of its last vote with the value of its first: maxVBal without maxVal.',
    five,
    vote,
    'maxVal: val }',
    'maxVal: state.maxVal ?? val }',
  ),
  mistake(
    'acceptor/keeps-value-without-ballot',
    'Remembers the value of its last vote with the ballot of its first: maxVal without maxVBal.',
    five,
    vote,
    'maxVBal: bal,',
    'maxVBal: state.maxVal === undefined ? bal : state.maxVBal,',
  ),
  {
    id: 'acceptor/reports-older-vote',
    mistake: 'Its promise reports the vote before its last one.',
    scenario: five,
    patches: [
      {
        file: vote,
        find: 'maxVal: val }',
        replace: 'maxVal: val, older: { maxVBal: state.maxVBal, maxVal: state.maxVal } }',
      },
      {
        file: promise,
        find: 'mbal: state.maxVBal, mval: state.maxVal',
        replace: 'mbal: state.older?.maxVBal ?? -1, mval: state.older?.maxVal',
      },
    ],
  },
  mistake(
    'acceptor/reports-no-vote',
    'Its promise does not report its last vote.',
    three,
    promise,
    'mbal: state.maxVBal, mval: state.maxVal',
    'mbal: -1, mval: undefined',
  ),
  mistake(
    'acceptor/reports-ballot-without-value',
    'Its promise reports maxVBal without maxVal.',
    three,
    promise,
    'mval: state.maxVal',
    'mval: undefined',
  ),
  mistake(
    'acceptor/reports-promise-as-vote',
    'Its promise reports the value of its last vote with the ballot of its last promise.',
    three,
    promise,
    'mbal: state.maxVBal',
    'mbal: state.maxVal === undefined ? -1 : state.maxBal',
  ),
  mistake(
    'acceptor/tells-promise-as-vote',
    'Tells a learner that asks its last vote as one in the ballot of its last promise.',
    five,
    'acceptor/tell.js',
    'maxVBal: bal',
    'maxBal: bal',
  ),
];
