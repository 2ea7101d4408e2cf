import {
  compileModel,
  type EngineExploration,
  type Evaluator,
  evaluator,
  exploreEngine,
  loadModules,
  type StepExplanation,
} from '@synod/compiler';
import { parseConfig } from '@synod/tla';

const text = `---- MODULE Counter ----
EXTENDS Naturals
CONSTANT Limit
VARIABLE count
Init == count = 0
Increment ==
  /\\ count < Limit
  /\\ count' = count + 1
Low == count < 3
====`;
const cfg = 'CONSTANT Limit = 3 INIT Init NEXT Increment INVARIANT Low';

const modules = await loadModules('Counter', async (name) => (name === 'Counter' ? text : undefined));

// All states, as TLC finds them. They end with { type: 'invariant', name: 'Low' } and the path to count = 3.
const { engine } = compileModel({ modules, root: 'Counter', config: parseConfig(cfg) });
export const exploration: EngineExploration = await exploreEngine(engine);

// One step, looked at conjunct by conjunct.
const counter: Evaluator = evaluator(modules, 'Counter', { Limit: 3 });
export const isStep: boolean = counter.holds('Increment', [], { count: 1 }, { count: 2 }); // true

// Holds is false, and the one conjunct has text `count < Limit` and place Counter.tla, line 7, column 6.
export const why: StepExplanation = counter.explainStep('Increment', [], { count: 3 }, { count: 4 });
