import { parseConfig } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { lower } from '../../src/lower/lower.js';
import { loadModules } from '../../src/resolve/load.js';
import { tiersOf } from '../tiers.js';
import { theTlc, tlcRun } from './tlc/tlc.js';

const tlc = await theTlc();

const counter = `EXTENDS Naturals
VARIABLE z
Up(n) == z < 3 /\\ z' = z + n
Down == z > 0 /\\ z' = z - 1`;

const middle = `EXTENDS Naturals
CONSTANT C
VARIABLE x
L == INSTANCE Counter WITH z <- x
Act(p) == x < p /\\ x' = x + C
Other == x > 2 /\\ x' = 0
Next == Act(2) \\/ Other
Init == x = 0
Deep == L!Down
Bare == x = 0 /\\ x' = 5
Spec == Init /\\ [][Bare]_x`;

const clock = `EXTENDS Naturals
VARIABLE u
Tick == u < 2 /\\ u' = u + 1
Tock == u > 1 /\\ u' = 0`;

const root = `EXTENDS Naturals
VARIABLE a
J == INSTANCE Middle WITH x <- a, C <- 1
LOCAL K == INSTANCE Middle WITH x <- a, C <- 2
P(q) == INSTANCE Middle WITH x <- a, C <- q
INSTANCE Clock WITH u <- a
Init == a = 0
Next ==
  \\/ J!Act(3) \\/ J!Other
  \\/ K!Act(3)
  \\/ P(2)!Act(1) \\/ \\E i \\in {1, 2} : P(i)!Other
  \\/ J!L!Up(1) \\/ K!L!Up(1) \\/ J!L!Down
  \\/ Tick \\/ Tock
  \\/ \\E i \\in {1, 2} : LET Q == INSTANCE Middle WITH x <- a, C <- i IN Q!Act(i)
Composed == J!Next \\/ J!Deep \\/ Tick
BareSpec == Init /\\ [][J!Bare]_a
`;

const texts: { readonly [module: string]: string } = Object.fromEntries(
  Object.entries({ Labels: root, Middle: middle, Counter: counter, Clock: clock }).map(([name, text]) => [
    name,
    `---- MODULE ${name} ----\n${text}\n====`,
  ]),
);

/** How many steps have each label, by both tiers. */
async function labelsHere(cfg: string): Promise<readonly Readonly<Record<string, number>>[]> {
  const modules = await loadModules('Labels', (name) => Promise.resolve(texts[name]));
  const { first, second } = tiersOf(lower(modules, 'Labels', parseConfig(cfg)));
  return [first, second].map((engine) => {
    if (typeof engine === 'string') throw new Error(engine);
    const labels: Record<string, number> = {};
    const states = new Map<string, Int32Array>();
    const add = (): void => void states.set(engine.successor.join(), engine.successor.slice());
    engine.init(add);
    for (const state of states.values()) {
      engine.next(state, 0, (label) => {
        const { action } = engine.label(label);
        labels[action] = (labels[action] ?? 0) + (engine.multiplicity ?? 1);
        if (!states.has(engine.successor.join())) add();
      });
    }
    return labels;
  });
}

const direct = 'INIT Init\nNEXT Next\n';

describe('what a step of an INSTANCE is called', { timeout: 60_000 }, () => {
  it.skipIf(tlc === undefined)('as TLC does', async () => {
    const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}.tla`, text]));
    const dump = ['-deadlock', '-dump', 'dot,actionlabels', 'graph'];
    if (tlc === undefined) return;
    const { graph } = await tlcRun(tlc, 'Labels', { ...files, 'Labels.cfg': direct }, dump);
    const labels: Record<string, number> = {};
    for (const [, label = ''] of graph.matchAll(/ -> .*\[label="([^"(]*)/gu))
      labels[label] = (labels[label] ?? 0) + 1;
    expect(Object.keys(labels)).toContain('J!L!Up');
    expect(await labelsHere(direct)).toEqual([labels, labels]);
  });

  it('by the names of the INSTANCEs and its own', async () => {
    const [first, second] = await labelsHere(direct);
    expect(first).toEqual(second);
    const names = ['J!Act', 'J!L!Down', 'J!L!Up', 'J!Other', 'K!Act', 'K!L!Up', 'P!Act', 'P!Other', 'Q!Act'];
    expect(Object.keys(first ?? {}).toSorted()).toEqual([...names, 'Tick', 'Tock']);
  });

  it('by what its action is made of, which TLC does not tell', async () => {
    for (const labels of await labelsHere('INIT Init\nNEXT Composed\n')) {
      expect(Object.keys(labels).toSorted()).toEqual(['J!Act', 'J!L!Down', 'Tick']);
    }
  });

  it('where the next-state relation itself is of an INSTANCE', async () => {
    for (const labels of await labelsHere('SPECIFICATION BareSpec\n'))
      expect(labels).toEqual({ 'J!Bare': 1 });
  });
});
