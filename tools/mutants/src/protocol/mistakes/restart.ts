import { type Mistake, mistake } from '../mistake.js';
import { three } from '../scenario.js';

const acceptor = 'acceptor/acceptor.js';
const proposer = 'proposer/proposer.js';

/** What can be forgotten when a node starts again. */
export const restartMistakes: readonly Mistake[] = [
  mistake(
    'restart/promise-forgotten',
    'An acceptor that starts again has forgotten its promise.',
    three,
    acceptor,
    'maxBal: Math.max(state.maxBal, bal)',
    "maxBal: record.type === 'promise' ? state.maxBal : Math.max(state.maxBal, bal)",
  ),
  mistake(
    'restart/vote-forgotten',
    'An acceptor that starts again has forgotten its vote, and knows only the promise in it.',
    three,
    acceptor,
    '{ ...promised, maxVBal: bal, maxVal: record.val }',
    'promised',
  ),
  mistake(
    'restart/all-forgotten',
    'An acceptor that starts again knows nothing of what is in its ledger.',
    three,
    acceptor,
    "record.type === 'ballot'",
    'true',
  ),
  mistake(
    'restart/vote-is-no-promise',
    'An acceptor that starts again remembers its vote, and not that it was a promise for its ballot.',
    three,
    acceptor,
    'maxBal: Math.max(state.maxBal, bal)',
    "maxBal: record.type === 'vote' ? state.maxBal : Math.max(state.maxBal, bal)",
  ),
  mistake(
    'restart/promise-wipes-vote',
    'An acceptor that starts again has only the last record of its ledger: a promise wipes the vote before it.',
    three,
    acceptor,
    'maxBal: Math.max(state.maxBal, bal)',
    "maxBal: bal, ...(record.type === 'promise' ? { maxVBal: -1, maxVal: undefined } : {})",
  ),
  mistake(
    'restart/first-vote-kept',
    'An acceptor that starts again has the first of its votes instead of the last.',
    three,
    acceptor,
    'bal <= state.maxVBal',
    'state.maxVBal >= 0',
  ),
  mistake(
    'restart/first-promise-kept',
    'An acceptor that starts again has the first of its promises instead of the last.',
    three,
    acceptor,
    'maxBal: Math.max(state.maxBal, bal)',
    'maxBal: state.maxBal < 0 ? bal : state.maxBal',
  ),
  mistake(
    'restart/ballot-forgotten',
    'A proposer that starts again does not read its ballots: it begins the same ones, with another value.',
    three,
    proposer,
    '{ ...state, ballot: Math.max(state.ballot, record.bal) }',
    'state',
  ),
  mistake(
    'restart/ballot-begun-again',
    'A proposer that starts again takes the last ballot of its ledger for one that it has still to begin.',
    three,
    proposer,
    '{ ...state, ballot: Math.max(state.ballot, record.bal) }',
    '{ ...state, ballot: record.bal - 1 }',
  ),
];
