import {
  allFaults,
  type FaultName,
  type Protocol,
  type Run,
  simulate,
  type Violation,
} from '@synod/simulator';
import type { Scenario } from './scenario.js';
import { type Disagreement, type GuardsOf, specificationOf } from './specification.js';

/** The first run that something was found in. */
export interface Found {
  /** Its seed: runs have the seeds 1, 2, … */
  readonly seed: number;
  /** One sentence. */
  readonly sentence: string;
}

/** What was found in the runs of a protocol. */
export interface Trial {
  /** How many runs there were. */
  readonly runs: number;
  /** The trace is no behaviour of Paxos.tla. */
  readonly validation?: Found & Omit<Disagreement, 'sentence'>;
  /** What the simulator itself watches, by what it is. */
  readonly violations: { readonly [type in Violation['type']]?: Found };
}

/** How long it is tried. */
export interface Bounds {
  /** The most runs. */
  readonly seeds: number;
  /** For so many runs it goes on after validation, to see whether the agreement check alone would have done. */
  readonly alone: number;
}

/** What the issue of these mutants asks for: one of these must say no. */
export function isCaught({ validation, violations }: Trial): boolean {
  return validation !== undefined || violates(violations);
}

function violates({ agreement, validity }: Trial['violations']): boolean {
  return agreement !== undefined || validity !== undefined;
}

/** Runs a protocol with the seeds 1, 2, … until it is caught. */
export async function tryProtocol(
  protocol: Protocol,
  scenario: Scenario,
  { seeds, alone }: Bounds,
  guards?: GuardsOf,
): Promise<Trial> {
  const disagreement = specificationOf(scenario, guards);
  const violations: { [type in Violation['type']]?: Found } = {};
  let validation: Trial['validation'];
  let runs = 0;
  const isDone = (): boolean => {
    const [byTrace, byAgreement] = [validation !== undefined, violates(violations)];
    return (byTrace && byAgreement) || ((byTrace || byAgreement) && runs >= alone);
  };
  while (runs < seeds && !isDone()) {
    const seed = ++runs;
    const run = runOf(seed, protocol, scenario);
    for (const { type, message } of run.violations) violations[type] ??= { seed, sentence: message };
    if (validation !== undefined) continue;
    const found = await disagreement(run);
    if (found !== undefined) validation = { seed, ...found };
  }
  return { runs, violations, ...(validation === undefined ? {} : { validation }) };
}

function runOf(seed: number, protocol: Protocol, { cluster, values, faults }: Scenario): Run {
  return simulate(seed, { cluster, values, faults: new Set<FaultName>(faults ?? allFaults), protocol });
}
