import { fileURLToPath } from 'node:url';
import type { ExportedOperator } from '@synod/tla/node';
import type { ExportPlan } from '../src/plan.js';

export const specsFolder: string = fileURLToPath(new URL('../../../specs', import.meta.url));

const constants: { readonly [formal: string]: string } = {
  a: 'Acceptor',
  b: 'Ballot',
  v: 'Value',
  Q: 'Quorum',
};

/** An operator whose formals are letters: `operator('V!SafeAt', 'bv')`. */
function operator(name: string, formals: string = ''): ExportedOperator {
  return {
    name,
    formals: Array.from(formals, (formal) => ({ name: formal, constant: constants[formal] ?? '' })),
  };
}

export const consensusPlan: ExportPlan = {
  model: 'MCConsensus',
  specsFolder,
  module: 'Consensus',
  variables: ['chosen'],
  instances: [{ action: 'Next', parameters: [] }],
  operators: [operator('Inv')],
  expected: { distinct: 4, generated: 4, depth: 2 },
};

export const paxosPlan: ExportPlan = {
  model: 'MCPaxosOne',
  specsFolder,
  module: 'Paxos',
  variables: ['maxBal', 'maxVBal', 'maxVal', 'msgs'],
  instances: [
    { action: 'Phase1a', parameters: ['0'] },
    { action: 'Phase1a', parameters: ['1'] },
    { action: 'Phase1b', parameters: ['a1'] },
    { action: 'Phase2a', parameters: ['0', 'v1'] },
    { action: 'Phase2a', parameters: ['1', 'v1'] },
    { action: 'Phase2b', parameters: ['a1'] },
  ],
  operators: [
    operator('votes'),
    operator('V!AllSafeAtZero'),
    operator('V!C!Inv'),
    operator('V!SafeAt', 'bv'),
    operator('V!ShowsSafeAt', 'Qbv'),
  ],
  expected: { distinct: 25, generated: 82, depth: 9 },
};
