import { GraphBuilder, type StateGraph } from '@synod/spec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, readSpecimen, specimen } from '../../test/graph-files.js';
import { countComponents } from './components.js';
import { graphStatistics } from './statistics.js';

describe('figures of a graph', () => {
  it('count everything', async () => {
    expect(graphStatistics(await readSpecimen('ConL-tlchead.dot'))).toEqual({
      states: 6,
      initial: 1,
      steps: 13,
      selfLoops: 3,
      terminal: 0,
      depth: 3,
      outDegree: { max: 4, mean: 13 / 6 },
      inDegree: { max: 3, mean: 13 / 6 },
      components: 3,
      levels: [1, 3, 2],
      unreached: 0,
      actions: [
        { action: 'Reset', steps: 6 },
        { action: 'Add', steps: 4 },
        { action: 'Inc', steps: 3 },
      ],
      variables: [
        { variable: 'o', values: 3 },
        { variable: 'x', values: 2 },
      ],
    });
  });

  it('are null where a file does not say', async () => {
    expect(graphStatistics(await readSpecimen('Val-tlc174.dump'))).toMatchObject({
      states: 77,
      initial: null,
      steps: null,
      levels: null,
      depth: null,
      components: null,
      variables: [
        { variable: 'k', values: 77 },
        { variable: 'val', values: expect.any(Number) as number },
      ],
    });
    expect(graphStatistics(await read(specimen('ConST-tlc173.out')))).toMatchObject({
      initial: null,
      depth: null,
      steps: 13,
      selfLoops: 3,
    });
  });
});

const edges = fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), { maxLength: 20 });

function graphOf(steps: readonly (readonly [number, number])[]): StateGraph {
  const builder = new GraphBuilder('', ['x']);
  for (let state = 0; state < 8; state++) builder.state([state]);
  for (const [from, to] of steps) builder.step(from, builder.label('A', []), to);
  return builder.build();
}

describe('strongly connected components', () => {
  it('are as many as there are classes of states that reach each other', () => {
    fc.assert(
      fc.property(edges, (steps) => {
        const reaches = Array.from({ length: 8 }, (_, i) => Array.from({ length: 8 }, (__, j) => i === j));
        const set = (i: number, j: number): void => {
          reaches.at(i)?.splice(j, 1, true);
        };
        for (const [from, to] of steps) set(from, to);
        for (let k = 0; k < 8; k++)
          for (let i = 0; i < 8; i++)
            for (let j = 0; j < 8; j++) if (reaches[i]?.[k] && reaches[k]?.[j]) set(i, j);
        const classes = new Set(
          reaches.map((row, i) => row.findIndex((reached, j) => reached && reaches[j]?.[i])),
        );
        expect(countComponents(graphOf(steps))).toBe(classes.size);
      }),
    );
  });

  it('of a path far too long for recursion', () => {
    const builder = new GraphBuilder('', ['x']);
    const label = builder.label('A', []);
    const length = 200_000;
    for (let state = 0; state < length; state++) builder.state([state]);
    for (let state = 0; state < length; state++) builder.step(state, label, (state + 1) % length);
    expect(countComponents(builder.build())).toBe(1);
  });
});
