import { readdirSync, readFileSync } from 'node:fs';
import { EvaluationError, InputError, parseConfig } from '@synod/tla';
import type { Tlc } from '../../../../tools/tlc/src/index.js';
import { lower } from '../../src/lower/lower.js';
import type { Lowered } from '../../src/lower/lowered.js';
import { loadModules } from '../../src/resolve/load.js';
import { exploreEngine } from '../../src/run/explore/explore-engine.js';
import { thrown, tlcError, told } from './answer.js';
import { isLeft, type Tier } from './engines.js';
import { endingOf, type Figures, figuresOfRun } from './figures.js';
import { tlcRun } from './tlc/tlc.js';

const folder = new URL('../corpus/', import.meta.url);

/** The models of the corpus: each a cfg file, with the module of its name. */
export const corpus: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.cfg'))
  .map((file) => file.replace('.cfg', ''))
  .toSorted();

function textOf(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

/** The figures that are written down. */
export function writtenFigures(): Readonly<Record<string, Figures>> {
  return JSON.parse(textOf('figures.json')) as Record<string, Figures>;
}

export async function figuresOfTlc(tlc: Tlc, name: string): Promise<Figures> {
  const modules = readdirSync(folder).filter((file) => file.endsWith('.tla'));
  const files = Object.fromEntries([...modules, `${name}.cfg`].map((file) => [file, textOf(file)]));
  const run = await tlcRun(tlc, name, files);
  const figures = figuresOfRun(run);
  if (figures !== undefined) return figures;
  const answer = tlcError(run.outcome.errors.join('\n'));
  if (!('error' in answer) || answer.error === 'unknown') throw new Error(run.text);
  return { ending: `error: ${answer.error}` };
}

/** A model of the corpus, lowered. */
export async function loweredCorpus(name: string): Promise<Lowered> {
  const modules = await loadModules(name, (module) => Promise.resolve(moduleText(module)));
  return lower(modules, name, parseConfig(textOf(`${name}.cfg`), `${name}.cfg`));
}

/** What a tier finds; undefined if it leaves the model to another. */
export async function figuresOf(tier: Tier, name: string): Promise<Figures> {
  try {
    const lowered = await loweredCorpus(name);
    const { ending, generated, distinct, depth } = await exploreEngine(tier.engine(lowered, false));
    return ending.type === 'complete' ? { ending: 'complete', generated, distinct, depth } : endingOf(ending);
  } catch (error) {
    if (isLeft(error) || !(error instanceof InputError || error instanceof EvaluationError)) throw error;
    return { ending: told(thrown(error)) };
  }
}

function moduleText(module: string): string | undefined {
  return readdirSync(folder).includes(`${module}.tla`) ? textOf(`${module}.tla`) : undefined;
}
