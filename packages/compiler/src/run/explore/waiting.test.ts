import { expect, it } from 'vitest';
import { Waiting } from './waiting.js';

const layout = { keyWidth: 2, stateAt: 0, stride: 3 };

/** So many states that wait, all that is known of each another number. */
function waitingFor(count: number): Waiting {
  const waiting = new Waiting({ layout, write: undefined });
  for (let i = 0; i < count; i++) {
    if (waiting.count === waiting.capacity) waiting.grow();
    waiting.add(Int32Array.of(i, i + 1), i + 2, i + 3, i + 4);
  }
  return waiting;
}

function told({ rows, hashes, parents, generated, count }: Waiting): readonly (readonly number[])[] {
  return Array.from({ length: count }, (_, i) => [
    ...rows.subarray(i * 2, i * 2 + 2),
    hashes[i] as number,
    parents[i] as number,
    generated[i] as number,
  ]);
}

const wanted = (from: number, to: number): readonly (readonly number[])[] =>
  Array.from({ length: to - from }, (_, i) => [0, 1, 2, 3, 4].map((more) => from + i + more));

it('more states wait than there was room for: nothing that is known of them is lost', () => {
  expect(told(waitingFor(700))).toEqual(wanted(0, 700));
});

it('those for which there was no room go on waiting, with what is known of them', () => {
  const waiting = waitingFor(10);
  waiting.drop(3);
  expect(told(waiting)).toEqual(wanted(3, 10));
});
