import { type Mistake, mistake } from '../mistake.js';
import { compacted, three } from '../scenario.js';

const promise = 'acceptor/promise.js';
const vote = 'acceptor/vote.js';
const begin = 'proposer/begin.js';
const writePromise = "{ type: 'persist', record: { type: 'promise', bal } },";
const writeVote = "{ type: 'persist', record: { type: 'vote', bal, val } },";
const writeBallot = "{ type: 'persist', record: { type: 'ballot', bal } },";
const ask = "...cluster.acceptors.map((to) => ({ type: 'send', to, message })),";

/** What can be wrong with what is written, and when. */
export const ledgerMistakes: readonly Mistake[] = [
  mistake(
    'ledger/promise-not-written',
    'Keeps its promises in memory only.',
    three,
    promise,
    writePromise,
    '',
  ),
  mistake('ledger/vote-not-written', 'Keeps its votes in memory only.', three, vote, writeVote, ''),
  mistake(
    'ledger/ballot-not-written',
    'Keeps the ballot it begins in memory only: after a restart it begins the same one, with another value.',
    three,
    begin,
    writeBallot,
    '',
  ),
  mistake(
    'ledger/vote-written-with-old-value',
    'Writes a vote with the value of the vote before.',
    three,
    vote,
    "record: { type: 'vote', bal, val }",
    "record: { type: 'vote', bal, val: state.maxVal ?? val }",
  ),
  mistake(
    'ledger/promise-answered-first',
    'Sends its promise before it is durable.',
    three,
    promise,
    writePromise,
    `send, ${writePromise}`,
  ),
  mistake(
    'ledger/vote-answered-first',
    'Sends its vote before it is durable.',
    three,
    vote,
    writeVote,
    `...told, ${writeVote}`,
  ),
  mistake(
    'ledger/ballot-begun-first',
    'Asks for promises before its ballot is durable.',
    three,
    begin,
    writeBallot,
    `${ask} ${writeBallot}`,
  ),
];

const compact = 'ledger/compact.js';
const compaction = 'export function compactEntries(entries) {';
const reading = 'ledger/read-ledger.js';

/** What can be wrong with the ledger's file: compaction, and a record that a crash has torn. */
export const ledgerFileMistakes: readonly Mistake[] = [
  mistake(
    'ledger/compaction-keeps-first',
    'Compaction keeps the first promise, vote and ballot instead of the last.',
    compacted,
    compact,
    compaction,
    `${compaction}\n    const kept = new Set();\n    return entries.filter(({ record: { type } }) => !kept.has(type) && kept.add(type));`,
  ),
  mistake(
    'ledger/compaction-drops-promises',
    'Compaction keeps the last vote, and no promise that came after it.',
    compacted,
    compact,
    compaction,
    `${compaction}\n    entries = entries.filter(({ record }) => record.type !== 'promise');`,
  ),
  mistake(
    'ledger/compaction-drops-votes',
    'Compaction keeps the last record of an acceptor only: a promise drops the vote before it.',
    compacted,
    compact,
    compaction,
    `${compaction}\n    entries = entries.filter(({ record }, at) => record.type !== 'vote' || !entries.slice(at).some((later) => later.record.type === 'promise'));`,
  ),
  mistake(
    'ledger/compaction-drops-ballots',
    'Compaction does not keep the ballot that was begun last.',
    compacted,
    compact,
    compaction,
    `${compaction}\n    entries = entries.filter(({ record }) => record.type !== 'ballot');`,
  ),
  mistake(
    'ledger/torn-record-accepted',
    'Takes what is there of a torn record for a record.',
    three,
    'ledger/frame.js',
    'if (bytes.length < end)',
    `const [, type, digits] = /"type":"(\\w+)","bal":(\\d+)/.exec(new TextDecoder().decode(bytes.subarray(begin))) ?? [];
    if (bytes.length < end && digits !== undefined) {
        const record = { type, bal: Number(digits), ...(type === 'vote' ? { val: '' } : {}) };
        return { type: 'frame', payload: new TextEncoder().encode(JSON.stringify({ record })), ended: false, next: bytes.length + 1 };
    }
    if (bytes.length < end)`,
  ),
  mistake(
    'ledger/torn-tail-cuts-more',
    'Cuts the last whole record together with the torn one.',
    three,
    reading,
    "if (found.type !== 'frame') {",
    "if (found.type !== 'frame') {\n            if (found.type === 'torn')\n                entries.pop();",
  ),
];
