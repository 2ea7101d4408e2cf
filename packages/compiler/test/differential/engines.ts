import { type Config, InputError, key, modelValue, parseConfig, type TlaValue } from '@synod/tla';
import { emitPacked } from '../../src/emit/packed/emit.js';
import { loadPacked } from '../../src/emit/packed/load.js';
import { emitValues } from '../../src/emit/values/emit-values.js';
import { evaluator } from '../../src/evaluate/evaluator.js';
import { lower } from '../../src/lower/lower.js';
import type { Lowered } from '../../src/lower/lowered.js';
import { loadModules, type Modules } from '../../src/resolve/load.js';
import type { Engine } from '../../src/run/engine.js';
import { loadValues } from '../../src/run/values/load.js';
import { type Answer, thrown } from './answer.js';
import { endedBy, judgedBy } from './behaviour.js';
import { expressionModel } from './expressions.js';
import { modelValuesInOrder } from './generate/leaf.js';
import type { Specification } from './generate/specification.js';
import type { Judgement } from './judgement.js';
import type { Model } from './model.js';
import { aloneModel } from './modules.js';

/** Something that evaluates expressions, by its name. */
export interface Evaluates {
  readonly name: string;
  readonly answers: (expressions: readonly string[]) => Promise<readonly Answer[]>;
}

/** A tier, by its name. */
export interface Tier {
  readonly name: string;
  /** @throws InputError if it refuses */
  readonly engine: (lowered: Lowered, labels: boolean) => Engine;
}

/** The second tier leaves to the first what it has no room for: that is no refusal to compile. */
class LeftToTheFirstTier extends Error {}

const first = (lowered: Lowered, labels: boolean): Engine => loadValues(emitValues(lowered, { labels }));

/** Whether a tier leaves something to another, while it compiles or in some state. */
export function isLeft(error: unknown): boolean {
  return error instanceof LeftToTheFirstTier || (error instanceof InputError && error.code === 'tier');
}

export const tiers: readonly Tier[] = [
  { name: 'the first tier', engine: first },
  {
    name: 'the second tier',
    engine: (lowered, labels) => {
      const program = emitPacked(lowered, { labels });
      if ('refusal' in program) throw new LeftToTheFirstTier(program.refusal);
      return loadPacked(program, { exact: () => first(lowered, labels) });
    },
  },
];

export function modulesOf({ root, texts }: Model): Promise<Modules> {
  return loadModules(root, (name) => Promise.resolve(texts[name]));
}

/** Finds the value of an operator without parameters. */
type Find = (operator: string) => TlaValue;

async function slow(model: Model): Promise<Find> {
  const constants = Object.fromEntries(modelValuesInOrder.map((name) => [name, modelValue(name)]));
  const evaluates = evaluator(await modulesOf(model), model.root, constants);
  return (operator) => evaluates.evaluate(operator, { x: 0 });
}

/** The operators of a tier's engine, in its one state. */
function operatorsOf(tier: Tier): (model: Model) => Promise<Find> {
  return async (model) => {
    const modules = await modulesOf(model);
    const lowered = lower(modules, model.root, configOf(model));
    const engine = tier.engine(lowered, false);
    const words = new Int32Array(engine.width);
    engine.init(() => words.set(engine.successor));
    return (name) => {
      const operator = engine.operator(name);
      if (operator === undefined) throw notThere(lowered, name);
      return operator.value(words, 0, []);
    };
  };
}

/** Why an engine lacks an operator: it could not be lowered. */
function notThere(lowered: Lowered, name: string): Error {
  try {
    lowered.operators.get(name)?.definition();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  return new Error(`the engine has no operator ${name}`);
}

export function configOf({ root, cfg }: Model): Config {
  return parseConfig(cfg, `${root}.cfg`);
}

function evaluates(name: string, prepare: (model: Model) => Promise<Find>): Evaluates {
  const together = async (expressions: readonly string[]): Promise<readonly Answer[]> => {
    const valueOf = await prepare(expressionModel(expressions));
    return expressions.map((_, index) => answerOf(() => valueOf(`E${index}`)));
  };
  const answers = async (expressions: readonly string[]): Promise<readonly Answer[]> => {
    try {
      return await together(expressions);
    } catch (error) {
      const refusal = thrown(error);
      if (expressions.length === 1) return [refusal];
      // One of them is refused, and all with it: the halves are asked apart.
      const middle = Math.ceil(expressions.length / 2);
      return [
        ...(await answers(expressions.slice(0, middle))),
        ...(await answers(expressions.slice(middle))),
      ];
    }
  };
  return { name, answers };
}

function answerOf(evaluate: () => TlaValue): Answer {
  try {
    return { value: key(evaluate()) };
  } catch (error) {
    return thrown(error);
  }
}

/** The evaluator explains steps that there are: it does not look for every mistake, and is asked what has a meaning. */
export const slowly: Evaluates = evaluates('the evaluator', slow);

/** The first tier, by its operators: the second asks it for them. */
export const compiled: readonly Evaluates[] = tiers
  .slice(0, 1)
  .map((tier) => evaluates(tier.name, operatorsOf(tier)));

/**
 * What a tier says that a specification does, or only how it ends, if that is all that is asked for; undefined if it leaves it to
 * another.
 */
export async function judgement(
  tier: Tier,
  specification: Specification,
  isAlone: boolean,
): Promise<Judgement | undefined> {
  const model = aloneModel(specification);
  try {
    const lowered = lower(await modulesOf(model), model.root, configOf(model));
    return await (isAlone ? endedBy(tier.engine(lowered, false), {}) : judgedBy(tier.engine(lowered, true)));
  } catch (error) {
    if (isLeft(error)) return undefined;
    return thrown(error) as Judgement;
  }
}
