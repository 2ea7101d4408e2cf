import { readFile } from 'node:fs/promises';
import { parseConfig } from '@synod/tla';
import { type Lowered, loadModules, lower, printPlan } from '../src/index.js';
import { loadSpec } from './support.js';

/** A model of the repository's specs, lowered. */
export async function lowerSpec(model: string): Promise<Lowered> {
  const config = await readFile(new URL(`../../../specs/${model}.cfg`, import.meta.url), 'utf8');
  return lower(await loadSpec(model), model, parseConfig(config, `${model}.cfg`));
}

/** A module with these units, lowered; x and y are its variables, m1 and m2 model values, P is {1, 2}. */
export async function lowerUnits(
  units: string,
  cfg = 'INIT Init NEXT Next',
  others: Readonly<Record<string, string>> = {},
): Promise<Lowered> {
  const text = [
    '---- MODULE T ----',
    'EXTENDS Integers, Sequences, FiniteSets, TLC',
    'CONSTANTS m1, m2, P',
    'VARIABLES x, y',
    'vars == <<x, y>>',
    /^Init ==/m.test(units) ? '' : 'Init == x = 0 /\\ y = 0',
    units,
    '====',
  ].join('\n');
  const texts: Readonly<Record<string, string>> = { T: text, ...others };
  const modules = await loadModules('T', (name) => Promise.resolve(texts[name]));
  const constants = 'CONSTANTS m1 = m1 m2 = m2 P = {1, 2}';
  return lower(modules, 'T', parseConfig(`${constants}\n${cfg}`, 'T.cfg'));
}

/** The text of a module's Next, as a plan. */
export async function nextOf(units: string, others: Readonly<Record<string, string>> = {}): Promise<string> {
  const { next, variables } = await lowerUnits(units, undefined, others);
  return next === undefined ? '' : plain(printPlan(next, variables));
}

/** A printed text without the numbers that depend on what was lowered before. */
export function plain(text: string): string {
  const places = new Map<string, string>();
  return text
    .replaceAll(/(?<=[\w@'])\.\d+/g, '')
    .replaceAll(/\b(goto|join|every) (\d+)/g, (_, word: string, id: string) => {
      if (!places.has(id)) places.set(id, String.fromCodePoint(65 + places.size));
      return `${word} ${places.get(id)}`;
    });
}

/** The lines of a text, less the indentation of the first. */
export function text(parts: TemplateStringsArray): string {
  const lines = String.raw(parts).split('\n').slice(1, -1);
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  return lines.map((line) => line.slice(indent)).join('\n');
}
