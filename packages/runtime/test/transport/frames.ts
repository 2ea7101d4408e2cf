import type { Message } from '@synod/roles';
import fc from 'fast-check';
import type { ClientRequest, ClientResponse } from '../../src/client/request.js';
import type { Frame } from '../../src/transport/wire/frame.js';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '\uFEFF', '\uFEFF'.repeat(300), 'x'.repeat(5000), '__proto__', '\0'),
);
const name = fc.oneof(
  fc
    .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 20 })
    .filter((made) => !/\p{Cc}/u.test(made)),
  fc.constantFrom('n1', 'x'.repeat(200), 'constructor', 'toString'),
);
const line = fc.string({ unit: 'grapheme-ascii' });
const bal = fc.maxSafeNat();
const vote = fc.oneof(fc.constant({ mbal: -1, mval: undefined }), fc.record({ mbal: bal, mval: text }));

const message: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ type: fc.constant('1a' as const), bal }),
  fc
    .tuple(name, bal, vote)
    .map(([acc, promised, last]) => ({ type: '1b' as const, acc, bal: promised, ...last })),
  fc.record({ type: fc.constant('2a' as const), bal, val: text }),
  fc.record({ type: fc.constant('2b' as const), acc: name, bal, val: text }),
  fc.record({ type: fc.constant('rejected' as const), bal, maxBal: bal }),
  fc.record({ type: fc.constant('chosen' as const), bal, val: text }),
  fc.constantFrom({ type: 'ask' as const }, { type: 'finish' as const }),
  fc.record({ type: fc.constant('nothing' as const), bal }),
);

const request: fc.Arbitrary<ClientRequest> = fc.oneof(
  fc.record({ type: fc.constant('propose' as const), instance: name, value: text }),
  fc.record({ type: fc.constant('query' as const), instance: name }),
  fc.constant({ type: 'status' as const }),
);

// Without minus zero, which is zero on the wire.
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((double) => double + 0);
const scalar = fc.oneof(line, fc.boolean(), fc.integer(), finite);
const response: fc.Arbitrary<ClientResponse> = fc.oneof(
  fc.record({ type: fc.constant('chosen' as const), val: text }),
  fc.constant({ type: 'unknown' as const }),
  fc.record({
    type: fc.constant('status' as const),
    status: fc.dictionary(name, scalar, { noNullPrototype: true }),
  }),
  fc.record({ type: fc.constant('failed' as const), code: name, message: line }),
);

const version = fc.constant(1 as const);
const hello = fc.constant('hello' as const);
/** Every frame that there is. */
export const anyFrame: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({
    type: hello,
    as: fc.constant('node' as const),
    version,
    cluster: name,
    configuration: name,
    node: name,
  }),
  fc.record(
    { type: hello, as: fc.constant('client' as const), version, cluster: name },
    { requiredKeys: ['type', 'as', 'version'] },
  ),
  fc.record({ type: fc.constant('refused' as const), reason: name, message: line }),
  fc.record(
    {
      type: fc.constant('envelope' as const),
      instance: name,
      message,
      clock: fc.dictionary(name, bal, { noNullPrototype: true }),
    },
    { requiredKeys: ['type', 'instance', 'message'] },
  ),
  fc.record({ type: fc.constant('request' as const), id: bal, request }),
  fc.record({ type: fc.constant('response' as const), id: bal, response }),
  fc.constantFrom({ type: 'ping' as const }, { type: 'pong' as const }),
);

/** One of each kind. */
export const examples: readonly Frame[] = [
  { type: 'hello', as: 'node', version: 1, cluster: 'test', configuration: 'abc', node: 'n1' },
  { type: 'hello', as: 'client', version: 1 },
  { type: 'refused', reason: 'stranger', message: 'No.' },
  ...(
    [
      { type: '1a', bal: 1 },
      { type: '1b', acc: 'n1', bal: 1, mbal: 0, mval: 'K' },
      { type: '2a', bal: 1, val: 'K' },
      { type: '2b', acc: 'n1', bal: 1, val: 'K' },
      { type: 'rejected', bal: 1, maxBal: 2 },
      { type: 'chosen', bal: 1, val: 'K' },
      { type: 'ask' },
      { type: 'finish' },
      { type: 'nothing', bal: 1 },
    ] as const
  ).map((each) => ({ type: 'envelope', instance: 'law', message: each, clock: { n1: 1 } }) as const),
  { type: 'request', id: 1, request: { type: 'propose', instance: 'law', value: 'K' } },
  { type: 'request', id: 1, request: { type: 'query', instance: 'law' } },
  { type: 'request', id: 1, request: { type: 'status' } },
  { type: 'response', id: 1, response: { type: 'chosen', val: 'K' } },
  { type: 'response', id: 1, response: { type: 'unknown' } },
  { type: 'response', id: 1, response: { type: 'status', status: { a: 1, b: 'two', c: true } } },
  { type: 'response', id: 1, response: { type: 'failed', code: 'busy', message: 'Later.' } },
  { type: 'ping' },
  { type: 'pong' },
];
