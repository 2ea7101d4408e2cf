import { join } from 'node:path';
import {
  askedOperators,
  buffersOf,
  type Found,
  type FoundInCode,
  type FoundInText,
  lookAtCode,
  lookAtText,
  openEngine,
  type PackedCode,
  type PackedFound,
  type PackedText,
  packCode,
  packFound,
  packText,
  pickByReads,
  type Side,
  signatures,
  unpackCode,
  unpackFound,
  unpackText,
  variablesOf,
} from '@synod/conformance';
import { describe, EvaluationError, InputError, SynodError, TlaSet, type TlaValue } from '@synod/tla';
import { type Model, openModel } from './model.js';
import type { ModelEntry, Project } from './project.js';
import { committedExport } from './tlc-export.js';

/** What each side of a model found. */
export interface SidesFound {
  readonly expected: Found;
  readonly compiled: FoundInText;
  readonly actual: FoundInCode;
}

/** The same as plain data. */
export interface PackedSides {
  readonly expected: PackedFound;
  readonly compiled: PackedText;
  readonly actual: PackedCode;
}

/** What looking at a side came to, and how long it took, in seconds. */
export type Looked<T> =
  | { readonly found: T; readonly seconds: number }
  | { readonly reason: string; readonly seconds: number };

/**
 * Looks at one side of a model: TLC's committed export, the specification's text, or the TypeScript.
 *
 * @throws EvaluationError from the TypeScript, which is a defect there
 */
export async function lookAtSide<S extends Side>(
  side: S,
  project: Project,
  entry: ModelEntry,
  onProgress: (doing: string) => void,
): Promise<Looked<SidesFound[S]>> {
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1000;
  try {
    const model = await openModel(project, entry, undefined, pickByReads);
    const found = await look[side](project, model, onProgress);
    return { found, seconds: elapsed() };
  } catch (error) {
    if (!(error instanceof SynodError)) throw error;
    if (error instanceof EvaluationError && side === 'actual') throw error;
    return { reason: reasonOf(error), seconds: elapsed() };
  }
}

/** Why something could not be told, in one line. */
export function reasonOf(error: SynodError): string {
  return error instanceof InputError ? describe(error) : error.message;
}

type Look<S extends Side> = (
  project: Project,
  model: Model,
  onProgress: (doing: string) => void,
) => Promise<SidesFound[S]>;

const look: { readonly [S in Side]: Look<S> } = {
  expected(project, model, onProgress) {
    onProgress('reading the export');
    return committedExport(project, model);
  },
  async compiled(project, { entry, system, constants }, onProgress) {
    onProgress('compiling the text');
    const file = (ending: string): string => join(project.specs, `${entry.name}.${ending}`);
    const operators = signatures(system);
    const domain = (name: string): readonly TlaValue[] => elementsOf(constants[name]);
    const { engine, lowered } = await openEngine({
      spec: file('tla'),
      config: file('cfg'),
      tier: entry.distinct < fewStates ? 'values' : 'best',
      operators: askedOperators(operators, domain),
    });
    return lookAtText(engine, {
      expected: entry.distinct,
      operators,
      domain,
      mentions: (name) => variablesOf(lowered, name),
      onProgress,
    });
  },
  async actual(_, { entry, system, startsAnywhere }, onProgress) {
    return lookAtCode(system, { expected: entry.distinct, startsAnywhere, onProgress });
  },
};

/** Fewer states than this are explored sooner than the second tier has been made. */
const fewStates = 1000;

function elementsOf(constant: TlaValue | undefined): readonly TlaValue[] {
  return constant instanceof TlaSet ? constant.elements : [];
}

/** What is sent between threads, and the memory that goes with it. */
export function packSide<S extends Side>(
  side: S,
  found: SidesFound[S],
): { readonly packed: PackedSides[S]; readonly transfer: readonly ArrayBuffer[] } {
  const packed =
    side === 'expected'
      ? packFound(found)
      : side === 'compiled'
        ? packText(found as FoundInText)
        : packCode(found as FoundInCode);
  return { packed: packed as PackedSides[S], transfer: buffersOf(packed) };
}

export function unpackSide<S extends Side>(side: S, packed: PackedSides[S]): SidesFound[S] {
  const found =
    side === 'expected'
      ? unpackFound(packed)
      : side === 'compiled'
        ? unpackText(packed as PackedText)
        : unpackCode(packed as PackedCode);
  return found as SidesFound[S];
}
