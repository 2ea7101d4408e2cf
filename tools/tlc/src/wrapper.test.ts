import { describe, expect, it } from 'vitest';
import { consensusPlan, paxosPlan } from '../test/plans.js';
import { sha256 } from './hash.js';
import { type SourceFile, sourcesOf } from './modules.js';
import type { ExportPlan } from './plan.js';
import { exportWrapper } from './wrapper.js';

function source(name: string, text: string): SourceFile {
  return { name, text, content: Buffer.from(text), sha256: sha256(text) };
}

const plan: ExportPlan = {
  model: 'M',
  specsFolder: '.',
  module: 'S',
  variables: ['x', 'y'],
  instances: [],
  operators: [],
  expected: { distinct: 1, generated: 1, depth: 1 },
};
const module = source('M.tla', '---- MODULE M ----\nCONSTANT C\nx_ == Go_1\nEmitS == {b \\in C : b}\n====');

function wrapped(cfg: string, more: Partial<ExportPlan> = {}): ReturnType<typeof exportWrapper> {
  return exportWrapper({ ...plan, ...more }, [module, source('M.cfg', cfg)]);
}

describe('exportWrapper', () => {
  it('takes the formulas that a plan gives, unless the cfg names one', () => {
    const formula = '(\\E c \\in C : ((c = 1) /\\ Go(c)))';
    const instances = [{ action: 'Go', parameters: ['1'], formula }];
    const formulas = { init: 'x = "0" /\\ y = 0', next: 'Go(1) \\/ Halt' };
    const { module: text, cfg, labels } = wrapped('CONSTANT C = {1}', { ...formulas, instances });
    expect(text).toContain(`
Go_1_ == TRUE /\\ ${formula}
ModelInit == x = "0" /\\ y = 0
ModelNext == Go(1) \\/ Halt
ExportNext == Go_1_
`);
    expect(text).toContain('Assert(ModelNext, "a step of the export is no step of ModelNext")');
    expect(cfg).toContain('INIT ModelInit\n');
    expect(labels).toEqual([{ label: 'Go_1_', action: 'Go', parameters: ['1'] }]);
    expect(wrapped('INIT Start', formulas).cfg).toContain('INIT Start\n');
  });

  it('writes a module and its cfg', async () => {
    const wrapper = exportWrapper(paxosPlan, await sourcesOf('MCPaxosOne', paxosPlan.specsFolder));
    expect(wrapper.name).toBe('MCPaxosOneExport');
    expect(wrapper.module).toBe(String.raw`---- MODULE MCPaxosOneExport ----
EXTENDS MCPaxosOne, TLC
CONSTANTS v1, a1
Phase1a_0 == TRUE /\ Phase1a(0)
Phase1a_1 == TRUE /\ Phase1a(1)
Phase1b_a1 == TRUE /\ Phase1b(a1)
Phase2a_0_v1 == TRUE /\ Phase2a(0, v1)
Phase2a_1_v1 == TRUE /\ Phase2a(1, v1)
Phase2b_a1 == TRUE /\ Phase2b(a1)
ExportNext == Phase1a_0 \/ Phase1a_1 \/ Phase1b_a1 \/ Phase2a_0_v1 \/ Phase2a_1_v1 \/ Phase2b_a1
EmitS == PrintT(<<"S",
  <<maxBal, maxVBal, maxVal, msgs>>,
  votes,
  V!AllSafeAtZero,
  V!C!Inv,
  {<<b_, v_>> \in Ballot \X Value : V!SafeAt(b_, v_)},
  {<<Q_, b_, v_>> \in Quorum \X Ballot \X Value : V!ShowsSafeAt(Q_, b_, v_)}>>)
StepOfNext == Assert(Next, "a step of the export is no step of Next")
====
`);
    expect(wrapper.cfg).toBe(`CONSTANTS
    Value = {v1}
    Acceptor = {a1}
    Quorum = {{a1}}
    Ballot = {0, 1}
    None = None
    v1 = v1
    a1 = a1
INIT Init
NEXT ExportNext
INVARIANT EmitS
ACTION_CONSTRAINT StepOfNext
CHECK_DEADLOCK FALSE
`);
    expect(wrapper.labels[3]).toEqual({ label: 'Phase2a_0_v1', action: 'Phase2a', parameters: ['0', 'v1'] });
  });

  it('gives Next itself another name', async () => {
    const wrapper = exportWrapper(consensusPlan, await sourcesOf('MCConsensus', consensusPlan.specsFolder));
    expect(wrapper.labels).toEqual([{ label: 'Next_', action: 'Next', parameters: [] }]);
    expect(wrapper.module).toContain('\nNext_ == TRUE /\\ Next\nExportNext == Next_\n');
  });

  it('takes no name that the modules use, and none twice', () => {
    const instances = ['1', '-1', '{1}'].map((parameter) => ({ action: 'Go', parameters: [parameter] }));
    const operators = [{ name: 'Good', formals: [{ name: 'b', constant: 'C' }] }];
    const { labels, module: text } = wrapped('CONSTANT C = {x__}', { instances, operators });
    expect(labels.map(({ label }) => label)).toEqual(['Go_1_', 'Go_1__', 'Go_1___']);
    expect(text).toContain('Go_1__ == TRUE /\\ Go(-1)\n');
    expect(text).toContain('EmitS_ == PrintT');
    expect(text).toContain('{<<b__>> : b__ \\in {b_ \\in C : Good(b_)}}');
  });

  it('makes a model without steps, and takes Init and Next from the cfg', () => {
    const { cfg, module: text } = wrapped('INIT TypeOK NEXT Stop');
    expect(text).toContain('ExportNext == FALSE /\\ UNCHANGED <<x, y>>\n');
    expect(text).toContain('Assert(Stop, ');
    expect(text).not.toContain('CONSTANTS');
    expect(cfg).toMatch(/^INIT TypeOK\nNEXT ExportNext\n/);
  });

  it.each([
    ['SYMMETRY Perms', 'inexact', 'With SYMMETRY Perms'],
    ['CONSTRAINTS Small', 'unsupported-cfg', 'the constraint Small hides'],
    ['VIEW v', 'inexact', 'With VIEW v'],
    ['ACTION_CONSTRAINT A', 'unsupported-cfg', 'the constraint A hides'],
    ['CONSTANT\nD = 1', 'unknown-constant', 'D is no constant of M.tla: correct its name'],
  ])('refuses %j', (cfg, code, message) => {
    expect(() => wrapped(cfg)).toThrow(
      expect.objectContaining({ code, place: expect.objectContaining({ file: 'M.cfg' }) }),
    );
    expect(() => wrapped(cfg)).toThrow(message);
  });
});
