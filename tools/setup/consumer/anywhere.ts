// What somebody does with the packages that need nothing of Node: compiled without Node's types.
import { compileModel, evaluator, exploreEngine, loadModules } from '@synod/compiler';
import { check, readTlcExport, type Verdict } from '@synod/conformance';
import { Consensus } from '@synod/consensus';
import { checkLiveness, consensusClaim } from '@synod/liveness';
import { Paxos } from '@synod/paxos';
import { acceptor, clusterOf } from '@synod/roles';
import { allFaults, simulate } from '@synod/simulator';
import { depth, explore, instantiate, type Specification, shortestPaths } from '@synod/spec';
import { InputError, interval, key, modelValue, parseConfig, parseValue, set } from '@synod/tla';
import { chosen, type State, Voting } from '@synod/voting';

const v1 = modelValue('v1');
const a1 = modelValue('a1');

/** The constants of MCPaxosOne. */
const one = {
  Value: set([v1]),
  Acceptor: set([a1]),
  Quorum: set([set([a1])]),
  Ballot: interval(0, 1),
  None: modelValue('None'),
};

export function tla(): string {
  return key(parseValue('[bal |-> 0, acc |-> {2, 1, 2}]'));
}

/** The code of what a mistake is refused with. */
export function refusal(): string {
  try {
    instantiate(Paxos, { ...one, None: v1 });
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
  return 'nothing was refused';
}

export function paxos(): string {
  const { graph } = explore(instantiate(Paxos, one));
  return `${graph.size} states, ${graph.targets.length} steps, ${depth(shortestPaths(graph))} deep`;
}

/** The value that is chosen in some state of Voting. */
export function voting(): string {
  const { Value, Acceptor, Quorum, Ballot } = one;
  const constants = Voting.constants({ Value, Acceptor, Quorum, Ballot });
  const { states } = explore(instantiate(Voting, { Value, Acceptor, Quorum, Ballot }));
  const last: State | undefined = states.at(-1);
  return last === undefined ? 'no state' : key(chosen(constants, last));
}

export function liveness(): string {
  const rows = checkLiveness(consensusClaim(explore(instantiate(Consensus, { Value: set([v1]) }))));
  return rows.map(({ verdict }) => (verdict.holds ? 'holds' : 'refuted')).join(', ');
}

/** `x' = 1 - x`, by its text: a step explained, and all states. */
export async function compiler(): Promise<string> {
  const text =
    "---- MODULE Flip ----\nEXTENDS Integers\nVARIABLE x\nStart == x = 0\nFlip == x' = 1 - x\n====\n";
  const modules = await loadModules('Flip', async (name) => (name === 'Flip' ? text : undefined));
  const explained = evaluator(modules, 'Flip', {}).explainStep('Flip', [], { x: 0 }, { x: 0 });
  const { engine } = compileModel({ modules, root: 'Flip', config: parseConfig('INIT Start NEXT Flip') });
  const { distinct, generated } = await exploreEngine(engine);
  const conjuncts = explained.holds ? [] : explained.conjuncts.map((conjunct) => conjunct.text);
  return `${conjuncts.join(', ')}; ${distinct} states of ${generated} generated`;
}

/** The same in TypeScript, compared with what TLC would write of it, and with what it would not. */
export async function conformance(): Promise<string> {
  const right = await compare(step(1, 2) + step(2, 1));
  const wrong = await compare(step(1, 2) + step(2, 2));
  return `${right.conforms}, ${wrong.divergences.map(({ type }) => type).join(' ')}`;
}

const Flip: Specification<unknown, { readonly x: number }> = {
  name: 'Flip',
  constantNames: [],
  variables: ['x'],
  constants: () => ({}),
  *Init() {
    yield { x: 0 };
  },
  *Next(_, s) {
    yield { action: 'Flip', parameters: [], state: { x: 1 - s.x } };
  },
  actions: { Flip: { formals: {}, next: (_, s) => [{ x: 1 - s.x }] } },
  operators: {},
  invariants: [],
  refinements: [],
};

async function compare(steps: string): Promise<Verdict> {
  const head = 'strict digraph DiskGraph {\nnodesep=0.35;\nsubgraph cluster_graph {\ncolor="white";\n';
  const nodes = '1 [label="x = 0",style = filled]\n2 [label="x = 1"];\n';
  const dot = `${head}${nodes}${steps}{rank = same; 1;}\n}\n}\n`;
  const exported = await readTlcExport({
    module: 'Flip',
    variables: ['x'],
    labels: new Map([['Flip', { action: 'Flip', parameters: [] }]]),
    operators: [],
    counts: { distinct: 2, generated: 3 },
    steps: { chunks: [dot], file: 'steps.dot' },
    states: { chunks: ['<<"S", <<0>>>>\n<<"S", <<1>>>>\n'], file: 'states.txt' },
  });
  return check(instantiate(Flip, {}), exported);
}

function step(from: number, to: number): string {
  return `${from} -> ${to} [label="Flip",color="black",fontcolor="black"];\n`;
}

const cluster = clusterOf(['a1', 'a2', 'a3']);

/** What an acceptor does that is asked for a promise, in that order. */
export function roles(): string {
  const role = acceptor('a1', cluster);
  const message = { type: '1a', bal: 0 } as const;
  const { effects } = role.step(role.initial, { type: 'message', from: 'a2', message, chance: 0 });
  return effects.map(({ type }) => type).join(', ');
}

export function simulator(): string {
  const { learned, violations } = simulate(1, { cluster, values: ['v1'], faults: allFaults });
  return `${new Set(learned.map(({ val }) => val)).size} value chosen, ${violations.length} violations`;
}
