import { readdirSync, readFileSync } from 'node:fs';
import { EvaluationError, InputError, parseConfig } from '@synod/tla';
import type { Tlc } from '../../../../tools/tlc/src/index.js';
import { lower } from '../../src/lower/lower.js';
import { loadModules } from '../../src/resolve/load.js';
import type { Ending } from '../../src/run/explore/exploration.js';
import { exploreEngine } from '../../src/run/explore/explore-engine.js';
import { thrown, tlcError, told } from './answer.js';
import type { Tier } from './engines.js';
import { tlcRun } from './tlc/tlc.js';

const folder = new URL('../corpus/', import.meta.url);

/** What is found in a specification of the corpus. */
export interface Figures {
  /** `complete`, `deadlock`, `invariant Safe`, `property`, `error: comparison`, or `refused: …`. */
  readonly ending: string;
  /** Of a complete exploration. */
  readonly generated?: number | undefined;
  readonly distinct?: number | undefined;
  readonly depth?: number | undefined;
  /** How many states the counterexample has. */
  readonly path?: number | undefined;
}

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

const violations: Readonly<Record<number, string>> = { 11: 'deadlock', 12: 'invariant', 13: 'property' };

export async function figuresOfTlc(tlc: Tlc, name: string): Promise<Figures> {
  const modules = readdirSync(folder).filter((file) => file.endsWith('.tla'));
  const files = Object.fromEntries([...modules, `${name}.cfg`].map((file) => [file, textOf(file)]));
  const { outcome, exitCode, text } = await tlcRun(tlc, name, files);
  const { counts, depth, errors, trace } = outcome;
  if (exitCode === 0 && counts !== undefined) {
    return { ending: 'complete', generated: counts.generated, distinct: counts.distinct, depth };
  }
  const violated = violations[exitCode];
  if (violated === undefined) {
    const answer = tlcError(errors.join('\n'));
    if (!('error' in answer) || answer.error === 'unknown') throw new Error(text);
    return { ending: `error: ${answer.error}` };
  }
  const invariant = /Invariant (\w+) is violated/u.exec(errors.join('\n'))?.[1];
  return {
    ending: invariant === undefined ? violated : `${violated} ${invariant}`,
    path: Math.max(1, trace.length),
  };
}

/** What a tier finds; undefined if it leaves the model to another. */
export async function figuresOf(tier: Tier, name: string): Promise<Figures> {
  try {
    const modules = await loadModules(name, (module) => Promise.resolve(moduleText(module)));
    const lowered = lower(modules, name, parseConfig(textOf(`${name}.cfg`), `${name}.cfg`));
    const { ending, generated, distinct, depth } = await exploreEngine(tier.engine(lowered, modules));
    return ending.type === 'complete' ? { ending: 'complete', generated, distinct, depth } : endingOf(ending);
  } catch (error) {
    if (!(error instanceof InputError || error instanceof EvaluationError)) throw error;
    return { ending: told(thrown(error)) };
  }
}

function moduleText(module: string): string | undefined {
  return readdirSync(folder).includes(`${module}.tla`) ? textOf(`${module}.tla`) : undefined;
}

function endingOf(ending: Exclude<Ending, { readonly type: 'complete' }>): Figures {
  switch (ending.type) {
    case 'error': {
      const answer = thrown(ending.error);
      return { ending: 'error' in answer ? `error: ${answer.error}` : told(answer) };
    }
    case 'deadlock':
    case 'property':
      return { ending: ending.type, path: ending.path.length };
    case 'invariant':
      return { ending: `invariant ${ending.name}`, path: ending.path.length };
    case 'assumption':
    case 'limit':
    case 'memory':
    case 'cancelled':
    default:
      return { ending: ending.type };
  }
}
