import {
  headerConstants,
  modelSpace,
  type SearchOptions,
  type Trace,
  type Validation,
  validateTrace,
} from '@synod/conformance';
import { type Constants, instantiate } from '@synod/spec';
import { InputError, interval, TlaSet, type TlaValue } from '@synod/tla';
import { guardsFor } from '../explain.js';
import type { Model } from '../model.js';
import type { Project } from '../project.js';
import { transcriptionOf } from '../specifications.js';
import { largestInteger } from './ballots.js';
import type { Judgement, Target } from './target.js';

/** The most ballots that are explored. That each has all below it is checked pair by pair. */
const mostBallots = 5000;

/**
 * The specification in TypeScript, with the constants that each trace gives and otherwise those of a model. Its ballots
 * go as far as the trace does, unless the trace or `--ballots` says how far.
 *
 * @param model whose constants the traces have where they give none; nothing if they give all
 */
export async function modelTarget(
  project: Project,
  module: string,
  model: Model | undefined,
  ballots: number | undefined,
): Promise<Target> {
  const { specification } = transcriptionOf(module);
  const { constantNames } = specification;
  const guardsWith = await guardsFor(project, module);
  const judgeWith = (trace: Trace, constants: Constants, options: SearchOptions): Judgement => {
    const space = modelSpace(instantiate(specification, constants));
    const validation = validateTrace(trace, space, options);
    return { validation, guards: guardsWith(constants, space) };
  };
  return {
    against: model === undefined ? `${module} in TypeScript` : `${model.entry.name} in TypeScript`,
    warnings: [],
    judge(trace, options) {
      const given = headerConstants(trace, constantNames);
      const constants = { ...model?.constants, ...given };
      refuseMissing(constantNames, constants, module, trace);
      if (!constantNames.includes('Ballot')) return judgeWith(trace, constants, options);
      const declared = given['Ballot'];
      const largest = largestInteger(trace);
      const bound = declared === undefined ? (ballots ?? largest) : largestOf(declared);
      const withBallots = (most: number): Constants =>
        most === bound && declared !== undefined ? constants : { ...constants, Ballot: upTo(most, trace) };
      const judgement = { ...judgeWith(trace, withBallots(bound), options), ballots: bound };
      if (judgement.validation.outcome.conforms) return judgement;
      // Whoever declares the ballots means them, and only a ballot that the trace names can be one too many.
      const wider = declared === undefined ? Math.max(bound, largest) + 1 : largest;
      if (wider <= bound) return judgement;
      const { validation } = judgeWith(trace, withBallots(wider), options);
      if (!goesFurther(validation, judgement.validation)) return judgement;
      return { ...judgement, reason: reasonFor(judgement.validation, bound, wider, declared !== undefined) };
    },
  };
}

/** Ballots alone are known from the trace itself. */
function refuseMissing(names: readonly string[], constants: Constants, module: string, trace: Trace): void {
  const missing = names.filter((name) => name !== 'Ballot' && constants[name] === undefined);
  if (missing.length === 0) return;
  const message = `constants: nothing gives the values of ${missing.join(', ')}, which ${module} needs: give them in the header, or name a model with --model.`;
  throw new InputError('no-constants', message, trace.header.place);
}

function upTo(most: number, trace: Trace): TlaValue {
  if (most <= mostBallots) return interval(0, most);
  const message = `ballots would be 0..${most}, and no more than ${mostBallots} are explored: number the ballots of a trace from 0, or say how many there are with --ballots.`;
  throw new InputError('limit', message, trace.header.place);
}

function largestOf(ballots: TlaValue): number {
  if (!(ballots instanceof TlaSet)) return 0;
  return Math.max(0, ...ballots.elements.map(Number).filter(Number.isInteger));
}

function goesFurther(wider: Validation, { outcome }: Validation): boolean {
  return (
    wider.outcome.conforms || wider.outcome.matched > outcome.matched || wider.outcome.first !== outcome.first
  );
}

function reasonFor({ outcome }: Validation, bound: number, wider: number, isDeclared: boolean): string {
  const { line, file = '' } = outcome.first?.place ?? {};
  const where = line === undefined ? file : `${file}:${line}`;
  const advice = isDeclared ? 'give all ballots in constants.Ballot' : `say how far with --ballots ${wider}`;
  return `with the ballots 0..${bound} the trace cannot go on at ${where}, with 0..${wider} it can: ${advice}`;
}
