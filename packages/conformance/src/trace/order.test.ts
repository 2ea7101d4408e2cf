import { describe, expect, it } from 'vitest';
import { ticksTrace } from '../../test/trace-text.js';
import { orderEvents } from './order.js';

function clocked(process: string, seq: number, clock: object): object {
  return { action: 'Tick', process, seq, clock };
}

function timed(process: string, seq: number, start: number, end: number): object {
  return { action: 'Tick', process, seq, start, end };
}

describe('the order of events', () => {
  it('is that of the lines, unless the header says otherwise', async () => {
    const order = orderEvents(await ticksTrace([{ action: 'Tick' }, { action: 'Strike' }]));
    expect(order.processes).toEqual(['']);
    expect(order.logs[0]?.map(({ action }) => action)).toEqual(['Tick', 'Strike']);
    expect(order.needs(0, 1)).toEqual([1]);
  });

  it('by clocks: an event needs those that its clock has reached, and no others', async () => {
    const events = [
      clocked('q', 1, { q: 2, p: 2 }),
      clocked('p', 0, { p: 2 }),
      clocked('q', 0, { q: 1 }),
      clocked('p', 1, { p: 3, q: 1 }),
    ];
    const order = orderEvents(await ticksTrace(events, { order: 'clock' }));
    expect(order.processes).toEqual(['p', 'q']);
    expect(order.logs.map((log) => log.map(({ place }) => place.line))).toEqual([
      [3, 5],
      [4, 2],
    ]);
    expect(order.needs(0, 0)).toEqual([0, 0]);
    expect(order.needs(0, 1)).toEqual([1, 1]);
    expect(order.needs(1, 1)).toEqual([1, 1]);
  });

  it('by times: an event needs those that ended before it started; equal times do not order', async () => {
    const events = [timed('p', 0, 0, 5), timed('p', 1, 6, 8), timed('q', 0, 5, 9), timed('q', 1, 9, 9)];
    const order = orderEvents(await ticksTrace(events, { order: 'interval' }));
    expect(order.needs(1, 0)).toEqual([0, 0]);
    expect(order.needs(1, 1)).toEqual([2, 1]);
    expect(order.needs(0, 1)).toEqual([1, 0]);
  });

  it('by times: what comes before a later event of a process comes before nothing else', async () => {
    // The first event of p ends late; the second, which comes after it, ends before q starts.
    const events = [timed('p', 0, 0, 9), timed('p', 1, 1, 2), timed('q', 0, 5, 6)];
    const order = orderEvents(await ticksTrace(events, { order: 'interval' }));
    expect(order.needs(1, 0)).toEqual([2, 0]);
  });

  it('is refused where clocks contradict each other', async () => {
    const events = [clocked('p', 0, { p: 1, q: 1 }), clocked('q', 0, { q: 1, p: 1 })];
    const trace = await ticksTrace(events, { order: 'clock' });
    expect(() => orderEvents(trace)).toThrow('event 0 of q each come before the other');
  });

  it('is refused where times contradict seq', async () => {
    const trace = await ticksTrace([timed('p', 0, 5, 6), timed('p', 1, 1, 2)], { order: 'interval' });
    expect(() => orderEvents(trace)).toThrow('began after a later event of its process had ended');
  });
});
