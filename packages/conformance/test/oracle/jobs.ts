import { GraphBuilder } from '@synod/spec';
import { key, modelValue, set, type TlaSet, type TlaValue } from '@synod/tla';
import { type Material, material } from './material.js';

interface Jobs {
  readonly queue: readonly TlaValue[];
  readonly done: TlaSet<TlaValue>;
  readonly last: TlaValue;
}

const [x, y] = [modelValue('x'), modelValue('y')];

/**
 * A small specification with values of every kind, none of Paxos: two jobs are put into a queue and taken from it by two
 * workers, each once; a worker may look at what was done last.
 */
export function jobs(): Material {
  const builder = new GraphBuilder('Jobs', ['queue', 'done', 'last']);
  const seen = new Map<string, number>();
  const open: Jobs[] = [];
  const number = (state: Jobs): number => {
    const values = [state.queue, state.done, state.last];
    const known = seen.get(key(values));
    if (known !== undefined) return known;
    const id = builder.state(values);
    seen.set(key(values), id);
    open.push(state);
    return id;
  };
  for (const last of [{ by: 'nobody' }, { by: 1 }])
    builder.initial(number({ queue: [], done: set([]), last }));
  for (const from of open) {
    for (const [action, parameters, to] of steps(from)) {
      builder.step(number(from), builder.label(action, parameters), number(to));
    }
  }
  const graph = builder.build();
  const doneOf = (state: number): TlaSet<TlaValue> => graph.values(state)[1] as TlaSet<TlaValue>;
  return material({
    graph,
    formals: new Map([
      ['Put', ['j']],
      ['Take', ['w', 'j']],
      ['Look', ['w']],
    ]),
    operators: new Map<string, (state: number) => TlaValue>([
      ['count', (state) => doneOf(state).size],
      ['doneOnce', (state) => set(doneOf(state).elements.map((job) => (job as readonly TlaValue[])[1] ?? 0))],
    ]),
  });
}

function* steps({ queue, done, last }: Jobs): Iterable<readonly [string, readonly TlaValue[], Jobs]> {
  for (const j of [x, y]) {
    const isDone = done.elements.some((job) => (job as readonly TlaValue[])[1] === j);
    if (!queue.includes(j) && !isDone) yield ['Put', [j], { queue: [...queue, j], done, last }];
  }
  for (const w of [1, 2]) {
    yield ['Look', [w], { queue, done, last }];
    const [j, ...rest] = queue;
    if (j === undefined) continue;
    const now = { queue: rest, done: set([...done.elements, [w, j]]), last: { by: w, job: j } };
    yield ['Take', [w, j], now];
  }
}
