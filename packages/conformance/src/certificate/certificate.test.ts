import { explore, instantiate, type StateGraph } from '@synod/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, constants, counter } from '../../test/counter.js';
import { certificateDifference } from './certificate.js';
import { type CertifiedSource, certifyExport } from './certify-export.js';
import { certifyGraph } from './certify-graph.js';
import { DigestSum, sha256 } from './digest.js';

const graphOf = (change: Change = {}): StateGraph => explore(instantiate(counter(change), constants)).graph;

describe('a sum of digests', () => {
  it('is the same in any order, and carries from byte to byte', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (texts) => {
        const sum = (list: readonly string[]): DigestSum => {
          const result = new DigestSum();
          for (const text of list) result.add(sha256(text));
          return result;
        };
        const big = texts.reduce(
          (total, text) => total + BigInt(`0x${Buffer.from(sha256(text)).toString('hex')}`),
          0n,
        );
        expect(sum(texts).toString()).toBe((big % 2n ** 256n).toString(16).padStart(64, '0'));
        expect(sum(texts.toReversed()).toString()).toBe(sum(texts).toString());
      }),
    );
  });
});

describe('a certificate', () => {
  it('is the same for the same graph, whatever the numbers of its states', () => {
    const other = graphOf({ start: [0] });
    expect(certificateDifference(certifyGraph(graphOf()), certifyGraph(other))).toBeUndefined();
  });

  it.each<[string, Change, RegExp]>([
    ['an initial state more', { start: [0, 1] }, /2 initial states, where the certificate has 1/],
    ['another initial state', { start: [1] }, /other initial states/],
    [
      'a state more',
      { add: (n, by, max) => (n < max ? [n + by] : []) },
      /6 states, where the certificate has 5/,
    ],
    [
      'a step fewer',
      { add: (n, by, max) => (n === 1 && by === 2 ? [] : n + by <= max ? [n + by] : []) },
      /6 steps/,
    ],
    [
      'a step elsewhere',
      { add: (n, by, max) => (n === 1 && by === 2 ? [2] : n + by <= max ? [n + by] : []) },
      /other steps than the certificate, 7/,
    ],
  ])('tells %s', (_, change, says) => {
    expect(certificateDifference(certifyGraph(graphOf()), certifyGraph(graphOf(change)))).toMatch(says);
  });

  it('of an export is that of the graph, a step written twice counted once', async () => {
    const line = (from: number, to: number, by: number) =>
      `${from} -> ${to} [label="Add_${by}",color="black",fontcolor="black"];\n`;
    const nodes = [0, 1, 2, 3, 4].map(
      (n) => `${n} [label="n = ${n}"${n === 0 ? ',style = filled]' : '];'}\n`,
    );
    const steps = [line(0, 1, 1), line(0, 2, 2), line(1, 2, 1), line(1, 3, 2), line(2, 3, 1), line(2, 4, 2)];
    const all = [...steps, line(3, 4, 1), line(1, 3, 2)];
    const dot = `strict digraph DiskGraph {\nnodesep=0.35;\nsubgraph cluster_graph {\ncolor="white";\n${nodes.join('')}${all.join('')}{rank = same; 0;}\n}\n}\n`;
    let opened = 0;
    const source: CertifiedSource = {
      variables: ['n'],
      labels: new Map([1, 2].map((by) => [`Add_${by}`, { action: 'Add', parameters: [by] }])),
      counts: { distinct: 5, generated: 9 },
      steps: {
        open: () => {
          opened++;
          return [dot];
        },
        file: 'steps.dot',
      },
    };
    expect(await certifyExport(source)).toEqual(certifyGraph(graphOf()));
    expect(opened).toBe(1);
    // The step that stands there twice does so four lines later, when its state has long been closed.
    expect(await certifyExport(source, { window: 1 })).toEqual(certifyGraph(graphOf()));
    expect(opened).toBe(3);
  });
});
