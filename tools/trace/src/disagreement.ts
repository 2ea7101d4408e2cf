import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseModule } from '@synod/compiler';
import { type Path, pathTo } from '@synod/conformance';
import { Paxos } from '@synod/paxos';
import { explore, instantiate, labelKey, shortestPaths, type TransitionSystem } from '@synod/spec';
import { InputError, key, outcomeReader, parseConfig, SynodError, stateReader } from '@synod/tla';
import { findTlc, isViolation, runTlc } from '@synod/tlc';
import type { Project } from './project.js';
import { withScratch } from './scratch.js';

/** Two quorums that share nobody: all that the proof of agreement forbids. */
const cfg = `CONSTANTS
    Value = {v1, v2}
    Acceptor = {a1, a2}
    Quorum = {{a1}, {a2}}
    Ballot = {0, 1}
    None = None
INIT Init
NEXT Next
INVARIANT Agreement
`;

const module = `---- MODULE Disagreement ----
EXTENDS Paxos
Agreement == V!C!Inv
====
`;

/** The invariant that fails, as it is called in the specification in TypeScript. */
const agreement = 'Inv';

/** Paxos with two quorums that share nobody, its assumptions not looked at. */
export function paxosWithoutAssumption(): TransitionSystem {
  const unchecked = { ...Paxos, constants: (assignment: unknown) => assignment as never };
  return instantiate(unchecked, parseConfig(cfg, 'Disagreement.cfg').constants);
}

/** A shortest behaviour after which two values are chosen, found by exploring the TypeScript; undefined if there is none. */
export function explorersPath(system: TransitionSystem): Path | undefined {
  const [voting] = system.refinements;
  const [consensus] = voting?.above.refinements ?? [];
  const inv = consensus?.above.operators.find(({ name }) => name === agreement);
  if (voting === undefined || consensus === undefined || inv === undefined) return undefined;
  const { graph, states } = explore(system);
  const paths = shortestPaths(graph);
  const broken = paths.order.find((state) => {
    return inv.value(consensus.map(voting.map(states[state])), []) !== true;
  });
  return broken === undefined ? undefined : pathTo(graph, paths, broken);
}

/**
 * The same from TLC, which is run on copies of the modules without their QuorumAssumption. Each of its steps is
 * found among those of the system, which gives it its label.
 *
 * @throws InputError if TLC cannot be had, or finds something else than a violation
 */
export async function tlcsPath(
  project: Project,
  system: TransitionSystem,
  log: (text: string) => void,
): Promise<Path> {
  const tlc = await findTlc({ log });
  return withScratch(async (folder, signal) => {
    for (const name of ['Consensus', 'Voting', 'Paxos']) {
      const file = `${name}.tla`;
      const text = await readFile(join(project.specs, file), 'utf8');
      await writeFile(join(folder, file), await withoutAssumption(text, file));
    }
    await writeFile(join(folder, 'Disagreement.tla'), module);
    await writeFile(join(folder, 'Disagreement.cfg'), cfg);
    const reader = outcomeReader();
    const run = { tlc, arguments: ['-tool', '-workers', '1', 'Disagreement'], cwd: folder, signal };
    const exitCode = await runTlc({ ...run, stdio: 'pipe', onLine: reader.line });
    reader.end();
    const { trace, errors } = reader.outcome();
    if (!isViolation(exitCode)) {
      const said = errors[0] ?? 'no error';
      throw new InputError('no-violation', `TLC ends with ${exitCode} and no disagreement: ${said}`);
    }
    return labelled(system, trace);
  });
}

/** A module's text without its QuorumAssumption, if it has one; every line stays where it was. */
async function withoutAssumption(text: string, file: string): Promise<string> {
  const { units } = await parseModule(text, file);
  const assumption = units.find((unit) => unit.type === 'assume' && unit.name === 'QuorumAssumption');
  if (assumption === undefined) return text;
  const { line, endLine } = assumption.span;
  return text
    .split('\n')
    .map((each, index) => (index + 1 >= line && index + 1 <= endLine ? '' : each))
    .join('\n');
}

/** An error trace of TLC as a behaviour of the system. */
function labelled(system: TransitionSystem, trace: readonly string[]): Path {
  const read = stateReader(system.variables);
  const states = trace.map((text) => read(text.slice(text.indexOf('\n') + 1)).map(key));
  const same = (state: unknown, keys: readonly string[]): boolean =>
    system.decode(state).every((value, index) => key(value) === keys[index]);
  const named = (state: unknown) =>
    Object.fromEntries(system.decode(state).map((value, index) => [system.variables[index] ?? '', value]));
  const [first = [], ...rest] = states;
  const initial = [...system.init()].find((state) => same(state, first));
  if (initial === undefined) throw strange('starts in no initial state');
  let current: unknown = initial;
  const steps = rest.map((keys) => {
    const step = Array.from(system.next(current)).find(({ state }) => same(state, keys));
    if (step === undefined) throw strange('takes a step');
    current = step.state;
    const { action, parameters } = step;
    const label = { action, parameters, key: labelKey(action, parameters) };
    return { label, state: named(step.state) };
  });
  return { initial: named(initial), steps };
}

function strange(does: string): SynodError {
  return new SynodError('strange-trace', `TLC's counterexample ${does} that the code does not have`);
}
