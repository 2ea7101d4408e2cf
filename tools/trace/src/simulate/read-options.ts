import { didYouMean } from '@synod/conformance';
import { type Cluster, clusterOf, type Learning } from '@synod/roles';
import { makeFolder } from '@synod/runtime';
import { type FaultName, faultNames } from '@synod/simulator';
import { InputError } from '@synod/tla';
import type { Project } from '../project.js';
import { modelBounds } from './model-bounds.js';
import type { SimulateOptions } from './options.js';
import type { Plan, Seeds } from './plan.js';

/** With more acceptors than this, there are so many majorities that looking at all of them takes longer than simulating. */
const mostNodes = 9;

/** What is proposed where no model says it. */
const values = ['v1', 'v2', 'v3'];

/** What is to be simulated. @throws InputError for what cannot be */
export async function readPlan(project: Project, options: SimulateOptions): Promise<Plan> {
  const { model, coverage = false, minStates, nodes, learning, mapping } = options;
  if (minStates !== undefined && !coverage) refuse('--min-states is about what --coverage counts: give both');
  if (coverage && model === undefined)
    refuse('--coverage counts in the graph of a model: name it with --model');
  if (model !== undefined && (nodes ?? learning) !== undefined) {
    refuse('--nodes and --learning are not for --model: a model has its acceptors');
  }
  const common = {
    project,
    faults: readFaults(options.faults),
    observe: mapping === true ? 'all' : 'own',
    model,
    coverage,
    record: recordFolder(options.record),
  } as const;
  if (model !== undefined) return { ...common, ...(await modelBounds(project, model)) };
  return { ...common, cluster: clusterFrom(nodes ?? 3, learning ?? 'all'), values, moves: undefined };
}

/** `1..1000`, or one number. */
export function readSeeds(text: string): Seeds {
  const [, first, last = first] = /^(\d{1,16})(?:\.\.(\d{1,16}))?$/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (first === undefined || !Number.isSafeInteger(to) || !Number.isSafeInteger(from)) {
    refuse(`--seeds is a range of whole numbers, such as 1..1000: "${text}" is none`);
  }
  if (from > to) refuse(`--seeds ${text} has no seeds: the first one must not be above the last`);
  return { from, to };
}

function readFaults(text: string): readonly FaultName[] {
  if (text === 'all') return faultNames;
  if (text === 'none') return [];
  return text.split(',').map((part) => {
    const name = part.trim();
    const found = faultNames.find((fault) => fault === name);
    if (found !== undefined) return found;
    const guess = didYouMean(name, faultNames);
    return refuse(
      `--faults: there is no fault "${name}"${guess}; there are ${faultNames.join(', ')}, all and none`,
    );
  });
}

function clusterFrom(count: number, learning: NonNullable<SimulateOptions['learning']>): Cluster {
  if (count < 1 || count > mostNodes) refuse(`--nodes must be from 1 to ${mostNodes}`);
  const nodes = Array.from({ length: count }, (_, at) => `n${at + 1}`);
  const ways: Readonly<Record<typeof learning, Learning>> = {
    all: { type: 'all' },
    distinguished: { type: 'distinguished', learner: 'n1' },
    set: { type: 'set', learners: nodes.slice(0, 2) },
  };
  return clusterOf(nodes, { learning: ways[learning] });
}

function recordFolder(folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined;
  try {
    makeFolder(folder);
  } catch (cause) {
    const message = `the folder cannot be made: ${(cause as Error).message}`;
    throw new InputError('record', message, { file: folder }, { cause });
  }
  return folder;
}

function refuse(message: string): never {
  throw new InputError('options', `${message}.`);
}
