import type { EvaluationError } from '@synod/tla';
import type { Complaint } from './checks.js';

/** What is wrong, and the row of the last state of the path that shows it: -1 if there is none. */
export type Problem =
  /** `state`: the words of a state behind that row, which may have no row of its own: CONSTRAINT leaves it out. */
  | {
      readonly type: 'complaint';
      readonly complaint: Complaint;
      readonly row: number;
      readonly state: Int32Array;
    }
  | { readonly type: 'deadlock'; readonly row: number }
  | {
      readonly type: 'error';
      readonly error: EvaluationError;
      readonly row: number;
      readonly state: Int32Array | undefined;
    }
  /** There are more states than were allowed. */
  | { readonly type: 'limit' };
