import { EvaluationError, key, type TlaValue } from '@synod/tla';
import type { Engine } from '../../src/run/engine.js';
import { thrown } from './answer.js';
import type { Behaviour, Judgement } from './specifications.js';

/** What an engine says that a specification does: looked at in the order in which TLC looks. */
export function judgedBy(engine: Engine): Judgement {
  try {
    return behaviourOf(engine);
  } catch (error) {
    if (error instanceof EvaluationError) return thrown(error) as Judgement;
    throw error;
  }
}

/** What has been found so far. */
interface Found {
  readonly initial: string[];
  readonly steps: string[];
  readonly states: Set<string>;
  readonly known: Set<string>;
  readonly queue: Int32Array[];
}

function behaviourOf(engine: Engine): Behaviour {
  const found: Found = { initial: [], steps: [], states: new Set(), known: new Set(), queue: [] };
  const at = (words: Int32Array): readonly TlaValue[] => engine.decode(words, 0);
  engine.init(() => {
    const words = engine.successor.slice();
    for (let i = 0; i < (engine.multiplicity ?? 1); i++) found.initial.push(key([at(words)]));
    take(engine, words, found);
  });
  for (const from of found.queue) {
    engine.next(from, 0, () => {
      const to = engine.successor.slice();
      const times = engine.multiplicity ?? 1;
      const allowed = engine.properties.every(({ step }) => step === undefined || step(from, 0, to, 0));
      const text = key([at(from), at(to), allowed]);
      for (let i = 0; i < times; i++) found.steps.push(text);
      take(engine, to, found, from);
    });
  }
  return {
    initial: found.initial.toSorted(),
    steps: found.steps.toSorted(),
    states: [...found.states].toSorted(),
  };
}

/** A state that has been generated: left out, known, or to be gone on with. */
function take(engine: Engine, words: Int32Array, found: Found, from?: Int32Array): void {
  const inside =
    engine.constraints.every(({ holds }) => holds(words, 0)) &&
    (from === undefined || engine.actionConstraints.every(({ holds }) => holds(from, 0, words, 0)));
  if (inside) {
    const name = words.join(' ');
    if (found.known.has(name)) return;
    found.known.add(name);
    found.queue.push(words);
  }
  const invariants = engine.invariants.map(({ holds }) => holds(words, 0));
  found.states.add(key([engine.decode(words, 0), ...invariants]));
}
