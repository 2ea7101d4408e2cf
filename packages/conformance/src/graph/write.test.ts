import { describe, expect, it } from 'vitest';
import { dotFile, dotState, dotStep, read, readSpecimen, specimen } from '../../test/graph-files.js';
import { readPrintedTraces } from './read-printed-traces.js';
import { dotText } from './write-dot.js';
import { behaviourTo, itfText } from './write-itf.js';

describe('DOT', () => {
  it('has states by their numbers, and each labelled step once', async () => {
    const exported = await read(
      dotFile([
        dotState(-7, '/\\ x = 0\n/\\ s = "a\\"\\\\n"', true),
        dotStep(-7, 'A', -7),
        dotStep(-7, 'A', -7),
        dotStep(-7, 'B("\\\\")', 5),
        dotState(5, '/\\ x = 1\n/\\ s = ""'),
      ]),
    );
    expect([...dotText(exported)].join('')).toBe(
      [
        'digraph "states" {',
        '  node [shape=box,style=rounded];',
        String.raw`  0 [label="/\\ s = \"a\\\"\\\\n\"\l/\\ x = 0\l",style="rounded,filled"];`,
        String.raw`  1 [label="/\\ s = \"\"\l/\\ x = 1\l"];`,
        '  0 -> 0 [label="A"];',
        String.raw`  0 -> 1 [label="B(\"\\\\\")"];`,
        '}',
        '',
      ].join('\n'),
    );
  });
});

describe('ITF', () => {
  it('has the behaviour of an error trace, and where it goes back to', async () => {
    const { graph, behaviours } = await read(specimen('BadL.json'));
    const behaviour = behaviours.at(0);
    if (behaviour === undefined) throw new Error('no behaviour');
    expect(JSON.parse(itfText(graph, behaviour))).toEqual({
      '#meta': { format: 'ITF' },
      vars: ['o', 'x'],
      states: [
        { '#meta': { index: 0 }, o: [], x: 0 },
        { '#meta': { index: 1, action: 'Add("p2")' }, o: ['p2'], x: 0 },
        { '#meta': { index: 2, action: 'Inc' }, o: ['p2'], x: 1 },
        { '#meta': { index: 3, action: 'Reset' }, o: ['p2'], x: 0 },
      ],
      loop: 2,
    });
  });

  it('has no action where none is known', () => {
    const { graph, behaviours } = readPrintedTraces(['1: <Init>\nx = 0', '2: <>\nx = {1}'], { module: 'M' });
    const text = itfText(graph, behaviours.at(0) ?? { states: [], loop: undefined });
    expect(JSON.parse(text)).toEqual({
      '#meta': { format: 'ITF', module: 'M' },
      vars: ['x'],
      states: [
        { '#meta': { index: 0 }, x: 0 },
        { '#meta': { index: 1 }, x: { '#set': [1] } },
      ],
    });
  });

  it('of a graph is a shortest behaviour to a state', async () => {
    const { graph } = await readSpecimen('ConL-tlchead.dot');
    const values = (state: number): unknown => graph.values(state)[1];
    const last = Array.from({ length: graph.size }, (_, state) => state).filter(
      (state) => values(state) === 1,
    );
    for (const state of last) {
      const path = behaviourTo(graph, state);
      expect(path?.states.at(-1)).toBe(state);
      expect(path?.states.length).toBeLessThan(4);
    }
    const unreached = await read(dotFile([dotState(1, 'x = 0', true), dotState(2, 'x = 1')]));
    expect(behaviourTo(unreached.graph, 1)).toBeUndefined();
  });
});
