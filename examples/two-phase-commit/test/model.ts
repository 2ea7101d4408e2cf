import { type Model, openModel } from '@synod/conformance/vitest';
import type { TwoPhase } from '../src/vocabulary.ts';

const file = (name: string): URL => new URL(`../${name}`, import.meta.url);

/** What TLC found, with the text of the specification to explain by. */
export const model: Model<TwoPhase> = await openModel<TwoPhase>({
  graph: file('export'),
  spec: file('TwoPhase.tla'),
  cfg: file('MCTwoPhase.cfg'),
});
