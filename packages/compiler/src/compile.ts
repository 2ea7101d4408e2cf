import { type Config, InputError } from '@synod/tla';
import { emitPacked } from './emit/packed/emit.js';
import { emitValues } from './emit/values/emit-values.js';
import { load, type ModelPrograms } from './load-model.js';
import { lower } from './lower/lower.js';
import type { Lowered } from './lower/lowered.js';
import type { Modules } from './resolve/load.js';
import type { AskedOperator, Engine, Program } from './run/engine.js';
import type { ThreadOptions } from './run/explore/exploration.js';
import { symmetryOfConstants } from './symmetry-of-constants.js';

/** What is compiled, and how. */
export interface CompileOptions {
  /** What `loadModules` gave. */
  readonly modules: Modules;
  /** The module that the cfg file belongs to. */
  readonly root: string;
  readonly config: Config;
  /** The best that is possible, unless one is wanted. */
  readonly tier?: 'best' | 'packed' | 'values' | undefined;
  /** Whether steps are labelled with their actions and their parameters. That costs time, and fewer steps are one. */
  readonly labels?: boolean | undefined;
  /** Operators that the second tier is to evaluate all at once: `table` of the engine. */
  readonly operators?: readonly AskedOperator[] | undefined;
  /** Takes states for one that differ in which model value is which, as far as the constants allow it. */
  readonly constantsSymmetry?: boolean | undefined;
}

/** A model, compiled. */
export interface CompiledModel {
  readonly engine: Engine;
  readonly lowered: Lowered;
  /** What other threads make an engine of. The first tier's program is made when it is asked for. */
  readonly programs: ModelPrograms;
  /** For {@link exploreEngine}: so many threads, which load the same programs. One for the first tier, whose words are its own. */
  readonly threads: (count: number) => ThreadOptions;
  /** Why the second tier was not possible, where it was wanted. */
  readonly refusal: string | undefined;
  /** What of the cfg file is not looked at, a sentence each. */
  readonly ignored: readonly string[];
}

/**
 * Compiles a specification and its cfg file to a transition system.
 *
 * @throws InputError `tla-unsupported` with the feature and its place for what is not supported; `tier` if the second tier is asked
 *   for and not possible; what `lower` throws
 */
export function compileModel({
  modules,
  root,
  config,
  tier = 'best',
  labels = false,
  operators,
  constantsSymmetry = false,
}: CompileOptions): CompiledModel {
  const lowered = constantsSymmetry ? symmetric(lower(modules, root, config)) : lower(modules, root, config);
  const packed = tier === 'values' ? undefined : emitPacked(lowered, { labels, operators });
  const refused = packed !== undefined && 'refusal' in packed ? packed : undefined;
  const refusal = refused?.refusal;
  if (refused !== undefined && tier === 'packed') {
    const message = `${root} cannot be explored in packed words: ${refused.refusal}. Leave --tier out`;
    throw new InputError('tier', message, refused.place);
  }
  let values: Program | undefined;
  const programs: ModelPrograms = {
    get values() {
      values ??= emitValues(lowered, { labels });
      return values;
    },
    packed: packed === undefined || 'refusal' in packed ? undefined : packed,
  };
  const threads = (count: number): ThreadOptions => ({
    count: programs.packed === undefined ? 1 : count,
    module: new URL('./load-model.js', import.meta.url).href,
    from: programs,
  });
  return { engine: load(programs), lowered, programs, threads, refusal, ignored: lowered.ignored };
}

/** @throws InputError `symmetry` if there is none */
function symmetric(lowered: Lowered): Lowered {
  const value = symmetryOfConstants(lowered.constants);
  if (value === undefined) {
    throw new InputError(
      'symmetry',
      `${lowered.name} has no constant that is a small set of model values which could stand for each other; leave --symmetry out`,
    );
  }
  const span = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, text: 'SYMMETRY' };
  return { ...lowered, symmetry: { name: 'SYMMETRY', value: { op: 'constant', value, span }, span } };
}
