import { readFile } from 'node:fs/promises';
import { key, modelValue, set, type TlaValue } from '@synod/tla';
import { type Evaluator, evaluator, loadModules, type Modules } from '../src/index.js';

/** A module of the repository's specs, and those that it needs; `edit` changes the text of one of them. */
export function loadSpec(
  root: string,
  edit: (name: string, text: string) => string = (_, text) => text,
): Promise<Modules> {
  return loadModules(root, async (name) => {
    const file = `specs/${name}.tla`;
    const text = await readFile(new URL(`../../../${file}`, import.meta.url), 'utf8');
    return { text: edit(name, text), file };
  });
}

/** The constants of MCPaxosOne. */
export const onePaxos: { readonly [name: string]: TlaValue } = {
  Value: set([modelValue('v1')]),
  Acceptor: set([modelValue('a1')]),
  Quorum: set([set([modelValue('a1')])]),
  Ballot: set([0, 1]),
  None: modelValue('None'),
};

/** A module with these units, in which the constants m1 and m2 are model values; x and y are its variables. */
export async function moduleOf(
  units: string,
  others: Readonly<Record<string, string>> = {},
): Promise<Evaluator> {
  const text = [
    '---- MODULE T ----',
    'EXTENDS Integers, Sequences, FiniteSets, TLC',
    'CONSTANTS m1, m2',
    'VARIABLES x, y',
    units,
    '====',
  ].join('\n');
  const texts: Readonly<Record<string, string>> = { T: text, ...others };
  const modules = await loadModules('T', (name) => Promise.resolve(texts[name]));
  return evaluator(modules, 'T', { m1: modelValue('m1'), m2: modelValue('m2') });
}

/** The text of an expression's value, in a state where x is 1 and y is <<2, 3>>. */
export async function valueOf(expression: string, units = ''): Promise<string> {
  const spec = await moduleOf(`${units}\nresult ==\n  ${expression}`);
  return key(spec.evaluate('result', { x: 1, y: [2, 3] }));
}
