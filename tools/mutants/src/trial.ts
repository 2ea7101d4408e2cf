import {
  type Conjunct,
  check,
  compareOperators,
  type Divergence,
  evaluateOperators,
  type Path,
  type StepDivergence,
  stateValues,
  type TlcExport,
} from '@synod/conformance';
import { type Specification, shortestPaths, type TransitionSystem } from '@synod/spec';
import { key, SynodError } from '@synod/tla';
import type { DamagedModel, HostedModel } from './host.js';
import type { Mutant } from './mutant.js';
import { restricted, restrictedExport } from './restrict.js';
import type { Tree } from './tree.js';
import type { Reach } from './uses.js';

/** What the check said of a mutant: the first thing that gave it away. */
export interface Catch {
  readonly model: string;
  /** The kind of divergence; `error` if the damaged code cannot be run, or breaks a rule of TLA+. */
  readonly kind: Divergence['type'] | 'error';
  /** The action with its parameters, the operator, the invariant or the refinement; or the error's message. */
  readonly what: string;
  /** Of steps and initial states: who has it and who lacks it. */
  readonly onlyIn?: 'TLC' | 'the code';
  /** How many steps from an initial state, and the state there; unknown for an error. */
  readonly depth?: number;
  readonly state?: { readonly [variable: string]: string };
  /** In how many states or steps the two differ in this way. */
  readonly count?: number;
  /** The conjuncts that the divergence itself names. */
  readonly decides: readonly Pick<Conjunct, 'text' | 'file' | 'line'>[];
}

/**
 * Checks a damaged tree against what TLC found for a model; nothing if they conform. States and steps come first,
 * because evaluating all operators takes most of the time; what the damage cannot reach is left out.
 */
export async function tryModel(model: HostedModel, mutant: Mutant, tree: Tree): Promise<Catch | undefined> {
  let damaged: DamagedModel;
  let first: Divergence | undefined;
  try {
    const url = tree.url(model.module.toLowerCase() as Mutant['transcription']);
    const exported = (await import(url)) as { [name: string]: Specification };
    damaged = await model.open(exported[model.module] as Specification, url);
    first = firstDivergence(damaged.system, model, mutant);
  } catch (error) {
    // A mutant that is no JavaScript would be caught by anything: that is a defect of its kind of damage.
    if (error instanceof SyntaxError || error instanceof ReferenceError) throw error;
    // Whatever else is thrown is thrown by the damage: undamaged, the same models conform.
    return { model: model.name, kind: 'error', what: (error as Error).message, decides: [] };
  }
  if (first === undefined) return undefined;
  const decides = await explained(damaged, first);
  return { model: model.name, ...told(first), decides: decides.map(placed) };
}

/** The first divergence that the damage can have made. */
function firstDivergence(
  system: TransitionSystem,
  { expected }: HostedModel,
  { reach }: Mutant,
): Divergence | undefined {
  if (reach.what === 'operators') return firstOperator(system, expected, reach);
  const alone = restricted(system, () => false);
  const verdict = check(alone, restrictedExport(expected, alone));
  if (!verdict.conforms || reach.what === 'constants') return verdict.divergences[0];
  return check(system, expected).divergences[0];
}

/** Where steps are as they were, operators are evaluated in the states that TLC found, and only those touched. */
function firstOperator(
  system: TransitionSystem,
  expected: TlcExport,
  { definitions }: Reach,
): Divergence | undefined {
  const touched = restricted(system, (name) => definitions.includes(name));
  const { graph, operators } = restrictedExport(expected, touched);
  if (operators.signatures.length === 0) return undefined;
  const numbers = Array.from({ length: graph.size }, (_, state) => state);
  const states = numbers.map((state) => stateValues(graph, state));
  const values = evaluateOperators(touched, states);
  return compareOperators(graph, shortestPaths(graph), Int32Array.from(numbers), operators, values)[0];
}

/** Of a step whose parameters are of the wrong kind the text cannot be evaluated: then nothing decides. */
async function explained(damaged: DamagedModel, divergence: Divergence): Promise<readonly Conjunct[]> {
  try {
    return await damaged.explain(divergence);
  } catch (error) {
    if (error instanceof SynodError) return [];
    throw error;
  }
}

function told(divergence: Divergence): Pick<Catch, 'kind' | 'what' | 'onlyIn' | 'depth' | 'state' | 'count'> {
  const kind = divergence.type;
  switch (divergence.type) {
    case 'initial': {
      const state = Object.entries(divergence.state).map(([name, value]) => [name, key(value)]);
      return { kind, what: 'Init', depth: 0, state: Object.fromEntries(state), ...side(divergence) };
    }
    case 'step':
      return { kind, what: divergence.label.key, ...reached(divergence), ...side(divergence) };
    case 'operator':
      return { kind, what: divergence.operator, ...reached(divergence) };
    case 'invariant':
      return { kind, what: divergence.invariant, ...reached(divergence) };
    case 'refinement':
      return {
        kind,
        what: `${divergence.refinement} ${divergence.label?.key ?? 'Init'}`,
        ...reached(divergence),
      };
    case 'property':
      return { kind, what: divergence.property, ...reached(divergence) };
  }
}

function side({ onlyIn }: Pick<StepDivergence, 'onlyIn'>): { onlyIn: 'TLC' | 'the code' } {
  return { onlyIn: onlyIn === 'expected' ? 'TLC' : 'the code' };
}

function reached({ path, count }: { path: Path; count: number }): Pick<Catch, 'depth' | 'state' | 'count'> {
  const state = path.steps.at(-1)?.state ?? path.initial;
  const values = Object.entries(state).map(([variable, value]) => [variable, key(value)]);
  return { depth: path.steps.length, state: Object.fromEntries(values), count };
}

/** A conjunct in a copy is said to stand where the copy was made from. */
function placed({ text, file, line }: Conjunct): Catch['decides'][number] {
  const inTree = /node_modules\/@synod\/(\w+\/src\/[^/]+)$/.exec(file)?.[1];
  return { text, file: inTree === undefined ? file : `packages/${inTree}`, line };
}
