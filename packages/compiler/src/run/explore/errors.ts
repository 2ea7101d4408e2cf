import { EvaluationError } from '@synod/tla';

/** What an engine throws that is a mistake of the specification. @throws anything else */
export function evaluationError(error: unknown): EvaluationError {
  if (error instanceof EvaluationError) return error;
  if (!(error instanceof RangeError)) throw error;
  return new EvaluationError('the recursion is too deep to be evaluated', {}, { cause: error });
}
