import { type Evaluator, evaluator, loadModules, type StepExplanation } from '@synod/compiler';

const text = `---- MODULE Counter ----
EXTENDS Naturals
CONSTANT Limit
VARIABLE count
Increment ==
  /\\ count < Limit
  /\\ count' = count + 1
====`;

const modules = await loadModules('Counter', async (name) => (name === 'Counter' ? text : undefined));
const counter: Evaluator = evaluator(modules, 'Counter', { Limit: 3 });

export const isStep: boolean = counter.holds('Increment', [], { count: 1 }, { count: 2 }); // true

// Holds is false, and the one conjunct has text `count < Limit` and place Counter.tla, line 6, column 6.
export const why: StepExplanation = counter.explainStep('Increment', [], { count: 3 }, { count: 4 });
