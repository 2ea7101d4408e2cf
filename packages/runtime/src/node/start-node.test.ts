import { describe, expect, it } from 'vitest';
import {
  type Disk,
  disk,
  handTimers,
  ledgerOn,
  type Post,
  post,
  rest,
  three,
  tracesOn,
} from '../../test/node/doubles.js';
import { RuntimeError } from '../errors.js';
import { type NodeOptions, type RunningNode, startNode } from './start-node.js';

interface Started {
  readonly running: RunningNode;
  readonly transport: Post;
  readonly said: string[];
}

async function start(on: Disk, id = 'a2', options: Partial<NodeOptions> = {}): Promise<Started> {
  const said: string[] = [];
  const say = (what: string): void => void said.push(what);
  const transport = post(say);
  const running = await startNode({
    id,
    cluster: three,
    ledger: ledgerOn(on, say),
    traces: tracesOn(on, id, say),
    transport,
    timers: handTimers(),
    random: () => 0,
    ...options,
  });
  return { running, transport, said };
}

function gate(on: Disk): () => void {
  let open = (): void => {};
  on.gate = new Promise((resolve) => {
    open = resolve;
  });
  return open;
}

const prepare = (bal: number) => ({ instance: 'law', message: { type: '1a', bal } }) as const;
const accept = (bal: number, val: string) =>
  ({ instance: 'law', message: { type: '2a', bal, val } }) as const;
const vote = (acc: string, val = 'A') =>
  ({ instance: 'law', message: { type: '2b', acc, bal: 0, val } }) as const;

describe('a node', () => {
  it('appends, syncs, writes to the trace, and then answers', async () => {
    const { transport, said } = await start(disk());
    transport.onReceive('a1', prepare(0));
    await rest();
    expect(said).toEqual(['append promise', 'sync 1', 'trace Phase1b', 'send 1b to a1']);
    expect(transport.sent[0]?.envelope.clock).toEqual({ a2: 1 });
  });

  it('says nothing before the sync is done, and shares one between instances', async () => {
    const on = disk();
    const open = gate(on);
    const { transport, said } = await start(on);
    transport.onReceive('a1', prepare(0));
    transport.onReceive('a1', { ...prepare(0), instance: 'bill' });
    transport.onReceive('a3', { ...prepare(2), instance: 'decree' });
    await rest();
    expect(said).toEqual(['append promise', 'append promise', 'append promise']);
    open();
    await rest();
    expect(said.filter((what) => what.startsWith('sync'))).toEqual(['sync 1', 'sync 2']);
    expect(transport.sent.map(({ envelope }) => envelope.instance)).toEqual(['law', 'bill', 'decree']);
  });

  it('answers a client with what was chosen, once it is in the trace', async () => {
    const { running, transport, said } = await start(disk());
    const answer = running.ask({ type: 'propose', instance: 'law', value: 'B' });
    await rest();
    transport.onReceive('a1', vote('a1'));
    transport.onReceive('a3', vote('a3'));
    await expect(answer).resolves.toEqual({ type: 'chosen', val: 'A' });
    expect(said).toContain('trace chosen');
    // It is known now, and nobody is asked.
    await expect(running.ask({ type: 'query', instance: 'law' })).resolves.toEqual({
      type: 'chosen',
      val: 'A',
    });
  });

  it('answers a query with none when nothing was chosen, and goes on with a proposal', async () => {
    const { running, transport } = await start(disk());
    const proposal = running.ask({ type: 'propose', instance: 'law', value: 'B' });
    const query = running.ask({ type: 'query', instance: 'law' });
    transport.onReceive('a1', { instance: 'law', message: { type: 'nothing', bal: 3 } });
    await expect(query).resolves.toEqual({ type: 'unknown' });
    transport.onReceive('a1', { instance: 'law', message: { type: 'chosen', bal: 3, val: 'A' } });
    await expect(proposal).resolves.toEqual({ type: 'chosen', val: 'A' });
  });

  it('lets a client go that waits no more', async () => {
    const { running } = await start(disk());
    const gone = new AbortController();
    const answer = running.ask({ type: 'query', instance: 'law' }, gone.signal);
    await expect(running.ask({ type: 'status' })).resolves.toMatchObject({ status: { waiting: 1 } });
    gone.abort();
    await expect(answer).resolves.toEqual({ type: 'unknown' });
    await expect(running.ask({ type: 'status' })).resolves.toMatchObject({ status: { waiting: 0 } });
  });

  it('stops before it answers anything when the disk fails', async () => {
    const on = disk();
    const { running, transport, said } = await start(on);
    on.failure = new RuntimeError('disk-failed', 'the disk is full.');
    transport.onReceive('a1', prepare(0));
    await expect(running.stopped).rejects.toBe(on.failure);
    expect(said).toEqual(['append promise', 'ledger closed']);
    expect(transport).toMatchObject({ sent: [], stopped: true });
    transport.onReceive('a1', prepare(3));
    await rest();
    expect(said).toHaveLength(2);
  });

  it('stops before it sends anything when the trace cannot be written', async () => {
    const on = disk();
    on.traces.set = () => {
      throw new Error('no room');
    };
    const { running, transport, said } = await start(on);
    transport.onReceive('a1', prepare(0));
    await expect(running.stopped).rejects.toThrow('no room');
    expect(said.slice(0, 2)).toEqual(['append promise', 'sync 1']);
    expect(transport.sent).toEqual([]);
  });

  it('finishes what it began when it is stopped, and takes in nothing more', async () => {
    const on = disk();
    const open = gate(on);
    const { running, transport, said } = await start(on);
    transport.onReceive('a1', prepare(0));
    const query = running.ask({ type: 'query', instance: 'law' });
    const stopped = running.stop();
    transport.onReceive('a1', prepare(3));
    await expect(running.ask({ type: 'query', instance: 'law' })).rejects.toThrow(
      'a2 is stopping: ask another node.',
    );
    open();
    await stopped;
    await expect(query).resolves.toMatchObject({ type: 'failed', code: 'stopping' });
    const done = ['append promise', 'trace Phase1b', 'send 1b to a1', 'ledger closed'];
    expect(said.filter((what) => /append|1b|closed/.test(what))).toEqual(done);
  });
});

describe('a node that starts again', () => {
  it('keeps its promises', async () => {
    const on = disk();
    const first = await start(on);
    first.transport.onReceive('a1', accept(3, 'A'));
    await rest();
    const { transport } = await start(on);
    transport.onReceive('a3', prepare(2));
    transport.onReceive('a3', prepare(5));
    await rest();
    expect(transport.sent.map(({ envelope }) => envelope.message)).toEqual([
      { type: 'rejected', bal: 2, maxBal: 3 },
      { type: '1b', acc: 'a2', bal: 5, mbal: 3, mval: 'A' },
    ]);
  });

  it('writes to the trace first what the ledger has and the trace lacks', async () => {
    const on = disk();
    // A crash between the two.
    const { transport, running } = await start(on, 'a2', {
      reached(moment) {
        if (moment === 'ledger') throw new Error('crash');
      },
    });
    transport.onReceive('a1', prepare(3));
    await expect(running.stopped).rejects.toThrow('crash');
    expect(transport.sent).toEqual([]);
    expect(on.traces.size).toBe(0);
    const { said } = await start(on);
    expect(said).toEqual(['trace Phase1b']);
    // Once only.
    await expect(start(on)).resolves.toMatchObject({ said: [] });
  });

  it('refuses a ledger that has lost what the trace has', async () => {
    const on = disk();
    const { transport, running } = await start(on);
    transport.onReceive('a1', accept(3, 'A'));
    await rest();
    await running.stop();
    on.durable = [{ instance: 'law', record: { type: 'promise', bal: 3 } }];
    await expect(start(on)).rejects.toMatchObject({
      code: 'lost-data',
      message: expect.stringContaining('the trace of a2 has a vote in ballot 3 in the instance law'),
    });
    on.durable = [];
    await expect(start(on)).rejects.toMatchObject({ code: 'lost-data' });
  });

  it('begins no ballot again', async () => {
    const on = disk();
    const first = await start(on, 'a1');
    void first.running.ask({ type: 'propose', instance: 'law', value: 'A' });
    await rest();
    const { running, transport } = await start(on, 'a1');
    void running.ask({ type: 'propose', instance: 'law', value: 'B' });
    await rest();
    expect(transport.sent[0]?.envelope.message).toEqual({ type: '1a', bal: 3 });
  });
});

describe('the limits of a node', () => {
  it('closes the trace that was used longest ago, and goes on with it later', async () => {
    const on = disk();
    const store = tracesOn(on, 'a2');
    const { transport } = await start(on, 'a2', { traces: store, limits: { openTraces: 2 } });
    for (const bal of [0, 3]) {
      for (const instance of ['x', 'y', 'z']) transport.onReceive('a1', { ...prepare(bal), instance });
    }
    await rest();
    expect(store.opened).toBeGreaterThan(3);
    for (const text of on.traces.values()) {
      const events = text
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => JSON.parse(line) as { seq: number });
      expect(events.map(({ seq }) => seq)).toEqual([0, 1]);
    }
  });

  it.each([
    [{ type: 'query', instance: '../law' }, '"../law" cannot be the name of an instance'],
    [{ type: 'query', instance: '' }, '"" cannot be the name of an instance'],
    [{ type: 'query', instance: 'x'.repeat(65) }, 'it may have 64 letters'],
    [
      { type: 'propose', instance: 'law', value: 'ä'.repeat(33_000) },
      'the value has 66000 bytes, and may have 65536',
    ],
    [{ type: 'propose', instance: 'law', value: 'None' }, '"None" cannot be proposed'],
    [{ type: 'propose', instance: 'law', value: '' }, '"" cannot be proposed'],
    [{ type: 'propose', instance: 'law', value: 'A\uD800' }, 'the value is not Unicode'],
  ] as const)('refuses %j', async (request, message) => {
    const { running, said } = await start(disk());
    await expect(running.ask(request)).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining(message),
    });
    expect(said).toEqual([]);
  });

  it('refuses more clients than it takes, and those who ask for a role that it has not', async () => {
    const { running } = await start(disk(), 'a2', { limits: { clients: 1 } });
    void running.ask({ type: 'query', instance: 'law' });
    await expect(running.ask({ type: 'query', instance: 'law' })).rejects.toMatchObject({
      code: 'too-many-clients',
    });
    const cluster = { ...three, proposers: ['a1'] };
    const other = await start(disk(), 'a2', { cluster });
    await expect(other.running.ask({ type: 'propose', instance: 'law', value: 'A' })).rejects.toMatchObject({
      code: 'no-proposer',
      message: 'a2 is no proposer: ask one of a1.',
    });
  });

  it('passes over what no member sends, and what names no instance', async () => {
    const { transport, said } = await start(disk());
    transport.onReceive('a9', prepare(0));
    transport.onReceive('a1', { ...prepare(0), instance: '../../etc' });
    await rest();
    expect(said).toEqual([]);
  });
});
