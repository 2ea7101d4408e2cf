import { EvaluationError, key, type TlaValue } from '@synod/tla';
import type { Engine } from '../../src/run/engine.js';
import type { CheckOptions } from '../../src/run/explore/checks.js';
import { exploreEngine } from '../../src/run/explore/explore-engine.js';
import { keysOf } from '../../src/run/explore/keys.js';
import { thrown } from './answer.js';
import { endingOf } from './figures.js';
import { type Behaviour, type Edge, endingText, type Judgement } from './judgement.js';

/** What an engine says that a specification does: looked at in the order in which TLC looks. */
export async function judgedBy(engine: Engine): Promise<Judgement> {
  try {
    const found = behaviourOf(engine);
    const ended = await endedBy(engine, {});
    const unchecked = await endedBy(engine, { invariants: false, properties: false, deadlock: false });
    if (!('ending' in ended)) return ended;
    if (!('ending' in unchecked)) return unchecked;
    return { ...found, ending: ended.ending, figures: unchecked.ending.replace('complete, ', '') };
  } catch (error) {
    if (error instanceof EvaluationError) return thrown(error) as Judgement;
    throw error;
  }
}

/** How an exploration of it ends. */
export async function endedBy(engine: Engine, check: CheckOptions): Promise<Exclude<Judgement, Behaviour>> {
  const explored = await exploreEngine(engine, { check });
  const { ending } = explored;
  if (ending.type === 'error') return thrown(ending.error) as Exclude<Judgement, Behaviour>;
  return {
    ending: endingText(ending.type === 'complete' ? { ...explored, ending: 'complete' } : endingOf(ending)),
  };
}

/** What has been found so far. */
interface Found {
  readonly initial: string[];
  readonly steps: string[];
  readonly states: Set<string>;
  readonly edges: Edge[];
  /** The states that are kept, by what they are told apart by. */
  readonly known: Map<string, Int32Array>;
}

function behaviourOf(engine: Engine): Omit<Behaviour, 'ending' | 'figures'> {
  const found: Found = { initial: [], steps: [], states: new Set(), edges: [], known: new Map() };
  const at = (words: Int32Array): readonly TlaValue[] => engine.decode(words, 0);
  const name = namer(engine);
  engine.init(() => {
    const words = engine.successor.slice();
    for (let i = 0; i < (engine.multiplicity ?? 1); i++) found.initial.push(key([at(words)]));
    take(engine, name(words), words, found);
  });
  for (const from of found.known.values()) {
    engine.next(from, 0, (number) => {
      const to = engine.successor.slice();
      const times = engine.multiplicity ?? 1;
      const allowed = engine.properties.every(({ step }) => step === undefined || step(from, 0, to, 0));
      const { action, parameters } = engine.label(number);
      const text = key([at(from), at(to), allowed, action, parameters]);
      const kept = take(engine, name(to), to, found, from);
      for (let i = 0; i < times; i++) {
        found.steps.push(text);
        if (kept !== undefined) found.edges.push({ between: `${key(at(from))} ${key(at(kept))}`, action });
      }
    });
  }
  return {
    initial: found.initial.toSorted(),
    steps: found.steps.toSorted(),
    states: [...found.states].toSorted(),
    kept: [...found.known.values()].map((words) => key(at(words))).toSorted(),
    edges: found.edges,
  };
}

/** What a state is told apart by, as text. */
function namer(engine: Engine): (words: Int32Array) => string {
  const { layout, write } = keysOf(engine);
  const target = new Int32Array(layout.keyWidth);
  return (words) => {
    if (write === undefined) return words.join(' ');
    write(words, 0, target, 0);
    return target.join(' ');
  };
}

/** A state that has been generated: left out, or kept, or known, by the state that is kept for it. */
function take(
  engine: Engine,
  name: string,
  words: Int32Array,
  found: Found,
  from?: Int32Array,
): Int32Array | undefined {
  const inside =
    engine.constraints.every(({ holds }) => holds(words, 0)) &&
    (from === undefined || engine.actionConstraints.every(({ holds }) => holds(from, 0, words, 0)));
  const known = inside ? found.known.get(name) : undefined;
  if (known !== undefined) return known;
  if (inside) found.known.set(name, words);
  const invariants = engine.invariants.map(({ holds }) => holds(words, 0));
  found.states.add(key([engine.decode(words, 0), ...invariants]));
  return inside ? words : undefined;
}
