import type { Evaluator } from '@synod/compiler';
import { EvaluationError, InputError } from '@synod/tla';
import { shownConjuncts } from '../../explain.js';
import { named } from '../../paths.js';
import type { StateSpace } from '../space.js';
import type { ExplainGuards } from './mismatch.js';

/** Evaluates guards in the text of the module. What it cannot evaluate, such as an action of no such name, it leaves. */
export function guardsOf(text: Evaluator, space: StateSpace): ExplainGuards {
  return (action, parameters, state) => {
    try {
      const values = named(space.variables, space.values(state));
      const { holds, satisfied, conjuncts } = text.explainGuards(action, parameters, values);
      return { holds, satisfied, conjuncts: holds ? [] : shownConjuncts(conjuncts) };
    } catch (error) {
      if (error instanceof InputError || error instanceof EvaluationError) return undefined;
      throw error;
    }
  };
}
