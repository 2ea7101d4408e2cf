import type { Engine } from '../engine.js';
import type { Batch } from './batch.js';
import { evaluationError } from './errors.js';
import type { Problem } from './problem.js';
import { hole, type StateTable } from './state-table.js';

/** Expanding one state: its successors go into the batch. What is wrong is returned, what was found before it first. */
export function expander(
  engine: Engine,
  table: StateTable,
  pending: Batch,
  deadlock: boolean,
): (row: number) => Problem | undefined {
  const { stateAt, stride } = table.layout;
  const before = (problem: () => Problem): Problem => {
    pending.flush();
    return pending.problem ?? problem();
  };
  return (row) => {
    const segment = table.segment(row);
    const start = table.start(row);
    if (segment[start + stride - 1] === hole) return undefined;
    const { generated } = pending;
    try {
      engine.next(segment, start + stateAt, pending.from(row, segment, start + stateAt));
    } catch (error) {
      return before(() => failure(error, row));
    }
    if (deadlock && pending.generated === generated) return before(() => ({ type: 'deadlock', row }));
    return pending.problem;
  };
}

/** What an engine has thrown, in a state. @throws it, if it is no mistake of the specification */
export function failure(error: unknown, row: number): Problem {
  return { type: 'error', error: evaluationError(error), row, state: undefined };
}
