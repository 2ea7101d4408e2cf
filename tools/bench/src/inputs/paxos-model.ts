import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A bounded model of Paxos with majorities for quorums. */
export interface PaxosSize {
  readonly acceptors: number;
  readonly values: number;
  /** How many ballots: 0, 1, … */
  readonly ballots: number;
}

/** What is checked beside exploring. */
export type Checked = 'nothing' | 'Inv and Voting' | 'Inv, Voting and Consensus';

/** A model in a folder of its own, with the modules that it needs. */
export interface ModelFiles {
  readonly folder: string;
  readonly module: string;
}

const lines: Readonly<Record<Checked, readonly string[]>> = {
  nothing: [],
  'Inv and Voting': ['INVARIANT Inv', 'PROPERTY ImplementsVoting'],
  'Inv, Voting and Consensus': ['INVARIANT Inv', 'PROPERTIES ImplementsVoting ImplementsConsensus'],
};

/** The sets of more than half of these, as few members each as can be. */
export function majorities(members: readonly string[]): readonly (readonly string[])[] {
  const size = Math.floor(members.length / 2) + 1;
  const choose = (from: readonly string[], count: number): readonly (readonly string[])[] => {
    const [first, ...rest] = from;
    if (count === 0) return [[]];
    if (first === undefined) return [];
    return [...choose(rest, count - 1).map((others) => [first, ...others]), ...choose(rest, count)];
  };
  return choose(members, size);
}

const set = (elements: readonly (string | number)[]): string => `{${elements.join(', ')}}`;
const names = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

/** The cfg file of a model of Paxos. */
export function paxosCfg({ acceptors, values, ballots }: PaxosSize, checked: Checked): string {
  const quorums = majorities(names('a', acceptors)).map(set);
  return [
    'CONSTANTS',
    `    Value = ${set(names('v', values))}`,
    `    Acceptor = ${set(names('a', acceptors))}`,
    `    Quorum = ${set(quorums)}`,
    `    Ballot = ${set([...Array(ballots).keys()])}`,
    '    None = None',
    'SPECIFICATION Spec',
    ...lines[checked],
    '',
  ].join('\n');
}

/** Writes a model of Paxos into a new folder, for TLC and for synod alike. */
export async function paxosModel(
  specs: string,
  scratch: string,
  size: PaxosSize,
  checked: Checked,
): Promise<ModelFiles> {
  const module = `Paxos${size.acceptors}x${size.values}x${size.ballots}`;
  const folder = join(scratch, `${module}-${checked.replaceAll(/\W+/g, '-')}`);
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(specs)) {
    if (/^(?:Consensus|Voting|Paxos)\.tla$/.test(file)) await cp(join(specs, file), join(folder, file));
  }
  const text = [
    `---- MODULE ${module} ----`,
    'EXTENDS Paxos',
    'ImplementsVoting == V!Spec',
    'ImplementsConsensus == V!C!Spec',
    '====',
    '',
  ].join('\n');
  await writeFile(join(folder, `${module}.tla`), text);
  await writeFile(join(folder, `${module}.cfg`), paxosCfg(size, checked));
  return { folder, module };
}
