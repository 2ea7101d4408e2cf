import {
  catalogue,
  exitCode,
  type Mutant,
  type Report,
  runMutants,
  type Witness,
  witnesses,
} from '@synod/mutants';
import { describe, expect, it } from 'vitest';

// The command line has the models; it is built before any test is run.
const host = new URL('../../trace/dist/mutants-host.js', import.meta.url).href;
const project = new URL('../../..', import.meta.url).pathname;
const all = await catalogue();

function mutant(id: string): Mutant {
  const found = all.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
}

/** A mutant that is none of the catalogue: other text in the place of one that is. */
function fake(id: string, text: string): Mutant {
  const model = mutant(id);
  return { ...model, id: `fake ${id}`, change: { ...model.change, text } };
}

function run(
  mutants: readonly Mutant[],
  options: { witnesses?: readonly Witness[]; timeout?: number } = {},
): Promise<Report> {
  return runMutants({ mutants, all: [...all, ...mutants], witnesses, host, project, workers: 1, ...options });
}

const guard = 'Paxos!Phase2b:m.bal>=→>';

describe('trying mutants', { timeout: 120_000 }, () => {
  it('a mutant is caught, and what caught it is told', async () => {
    const report = await run([mutant(guard)]);
    expect(exitCode(report)).toBe(0);
    expect(report.results.map(({ outcome }) => outcome)).toEqual([
      {
        type: 'caught',
        by: {
          model: 'MCPaxosOne',
          kind: 'step',
          what: 'Phase2b(a1)',
          onlyIn: 'TLC',
          depth: 3,
          count: expect.any(Number),
          state: expect.objectContaining({ maxBal: '(a1 :> 0)', maxVBal: '(a1 :> -1)' }),
          decides: [
            {
              text: 'm.bal >= maxBal[a]',
              file: 'packages/paxos/src/Phase2b.ts',
              line: mutant(guard).source.line,
            },
          ],
        },
      },
    ]);
  });

  it('one that no model shows is shown by its witness', async () => {
    const id = 'Consensus!Inv:s.chosen.size<=1→2';
    const report = await run([mutant(id)]);
    expect(exitCode(report)).toBe(0);
    expect(report.results.map(({ outcome }) => outcome)).toEqual([
      { type: 'equivalent', specified: 'FALSE', damaged: 'TRUE' },
    ]);
  });

  it('one that changes nothing survives: exit code 1', async () => {
    const same = fake(guard, '(m.bal >= at(s.maxBal, a))');
    const report = await run([mutant(guard), same]);
    expect(report.results.map(({ outcome }) => outcome.type)).toEqual(['caught', 'survived']);
    expect(exitCode(report)).toBe(1);
  });

  it('one that changes nothing survives even with a witness', async () => {
    const same = fake('Consensus!Inv:s.chosen.size<=1→2', '(1)');
    const witness = witnesses.find(({ test }) => test?.title === 'Inv: two values are chosen');
    const report = await run([same], { witnesses: witness ? [{ ...witness, mutants: [same.id] }] : [] });
    expect(report.results.map(({ outcome }) => outcome.type)).toEqual(['survived']);
    expect(exitCode(report)).toBe(1);
  });

  it('a witness for one that a model shows is stale: exit code 1', async () => {
    const id = 'Consensus!Inv:s.chosen.size<=→<';
    const witness = witnesses.find(({ test }) => test?.title === 'Inv: two values are chosen');
    const report = await run([mutant(id)], { witnesses: witness ? [{ ...witness, mutants: [id] }] : [] });
    expect(report.results.map(({ outcome }) => outcome)).toMatchObject([
      { type: 'stale', by: { model: 'MCConsensus', kind: 'operator', what: 'Inv' } },
    ]);
    expect(exitCode(report)).toBe(1);
  });

  it('a witness for one that there is not: exit code 1', async () => {
    const [witness] = witnesses;
    const report = await run([mutant(guard)], {
      witnesses: witness ? [{ ...witness, mutants: ['Paxos!Gone'] }] : [],
    });
    expect(report.unknown).toEqual(['Paxos!Gone']);
    expect(exitCode(report)).toBe(1);
  });

  it('one without end cannot be judged, and holds up no other: exit code 2', async () => {
    const endless = fake(guard, '(() => { for (;;); })()');
    const report = await run([endless, mutant('Consensus!Init:set([])→a value chosen')], { timeout: 5 });
    expect(report.results.map(({ outcome }) => outcome.type)).toEqual(['undecided', 'caught']);
    expect(exitCode(report)).toBe(2);
  });

  it('one with no end of states is caught by the first that TLC has not', async () => {
    const endless = fake(
      "Paxos!Phase1a:Send(s,{type:'1a',bal:b})→lost",
      "Send(s, { type: '1a', bal: s.msgs.size })",
    );
    const report = await run([endless]);
    expect(report.results.map(({ outcome }) => outcome)).toMatchObject([
      { type: 'caught', by: { model: 'MCPaxosOne', kind: 'step', what: 'Phase1a(1)' } },
    ]);
  });

  it('one that is no JavaScript is a defect, and not caught', async () => {
    await expect(run([fake(guard, 'm.bal >')])).rejects.toThrow(/cannot be judged/);
  });

  it('a project without models is refused', async () => {
    const none = runMutants({ mutants: [mutant(guard)], all, witnesses, host, project: '/none', workers: 1 });
    await expect(none).rejects.toThrow(expect.objectContaining({ code: 'no-models' }));
  });
});
