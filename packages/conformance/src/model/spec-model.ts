import { EvaluationError, InputError, modelValue, type TlaValue } from '@synod/tla';
import { graphOfEngine } from '../engine/explore-engine.js';
import { type EngineFiles, type OpenedEngine, openEngine } from '../engine/open-engine.js';
import { engineSpace } from '../trace/engine-space.js';
import { guardsOf } from '../trace/explain/guards.js';
import { graphSpace } from '../trace/graph-space.js';
import type { StateSpace } from '../trace/space.js';
import type { Model } from './model.js';
import { modelValuesOf } from './model-config.js';
import { lazySpace, type ModelOfOptions, once, tooMany } from './model-of.js';
import { admitted } from './open-model.js';
import type { AnyVocabulary, Vocabulary } from './vocabulary.js';

/** What {@link specModel} is made of. */
export interface SpecModelOptions extends EngineFiles, ModelOfOptions {}

/**
 * A bounded model of any specification that the compiler takes, for executions to be held against: no export is needed,
 * and no TLC. Its states are explored when they are first asked for.
 *
 * @typeParam V the actions and variables of the specification, as `synod types` writes them
 * @throws InputError if a file cannot be read, or has what the compiler does not support; later, `limit`, if there are
 *   more states than the limit
 */
export async function specModel<V extends Vocabulary = AnyVocabulary>({
  limit = 1_000_000,
  ...files
}: SpecModelOptions): Promise<Model<V>> {
  const opened = await openEngine(files);
  const { engine, spec, file } = opened;
  const explored = once(() => {
    const { graph, states, expanded } = graphOf(opened, limit);
    if (expanded < states.size) throw tooMany(file, limit);
    const operators = spec.formulas.operators.flatMap((name) => {
      const operator = engine.operator(name);
      if (operator === undefined || operator.formals.length > 0) return [];
      return [[name, (state: number): TlaValue => operator.value(states.words(state), 0, [])] as const];
    });
    const space = graphSpace(
      { ...graph, name: '' },
      {
        parameters: true,
        formals: new Map(engine.actions.map(({ name, formals }) => [name, formals])),
        operators: new Map(operators),
      },
    );
    return { graph, space };
  });
  // Which modules a trace may be one of is known better where the module is: see `admit`.
  const space = lazySpace({ name: '', variables: engine.variables }, () => explored().space);
  return {
    spec: spec.root,
    name: file,
    space,
    graph: () => explored().graph,
    guards: spec.text && guardsOf(spec.text, space),
    warnings: [],
    admit: (trace) => admitted(trace, spec, file),
  };
}

function graphOf({ engine, file }: OpenedEngine, limit: number): ReturnType<typeof graphOfEngine> {
  try {
    return graphOfEngine(engine, limit);
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    const message = `exploring ${file} breaks a rule of TLA+: ${error.message}`;
    throw new InputError('evaluation', message, error.place, { cause: error });
  }
}

/** The states and steps of a compiled specification, found as a trace asks for them. */
export function specSpace({ engine, spec, config }: OpenedEngine): StateSpace {
  const modelValues = modelValuesOf(config);
  const space = engineSpace(engine, {
    operators: spec.formulas.operators,
    modelValue: (name) => (modelValues.has(name) ? modelValue(name) : undefined),
  });
  // Which modules a trace may be one of is known better where the module is.
  return { ...space, name: '', called: 'the specification' };
}
