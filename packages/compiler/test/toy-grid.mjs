import { isMainThread, parentPort } from 'node:worker_threads';

// An engine written by hand, for threads of their own: a walk in three directions, up to a size each.
export async function load({ size, wrong, broken, defect, late, deadlock = false }) {
  const successor = new Int32Array(3);
  if (late === true && !isMainThread) await comeLate();
  return {
    name: 'Grid',
    tier: 'packed',
    variables: ['x', 'y', 'z'],
    actions: [],
    width: 3,
    successor,
    init(emit) {
      successor.fill(0);
      emit(-1);
    },
    next(states, at, emit) {
      if (sumOf(states, at) === defect) throw new TypeError('a defect');
      for (let i = 0; i < 3; i++) {
        if (states[at + i] === size - 1) continue;
        for (let j = 0; j < 3; j++) successor[j] = states[at + j];
        successor[i]++;
        emit(-1);
      }
    },
    label: () => ({ action: 'Go', parameters: [], key: 'Go' }),
    invariants: [
      { name: 'Right', holds: (states, at) => states[at] * states[at + 1] * states[at + 2] !== wrong },
    ],
    constraints: [],
    actionConstraints: [],
    properties: [
      {
        name: 'Whole',
        initial: () => true,
        always: undefined,
        step: (from, at, to, toAt) =>
          sumOf(to, toAt) === sumOf(from, at) + 1 && to[toAt] + to[toAt + 1] !== broken,
      },
    ],
    view: undefined,
    representative: undefined,
    checkDeadlock: deadlock,
    decode: (states, at) => [...states.subarray(at, at + 3)],
    encode: () => false,
    operator: () => undefined,
  };
}

function sumOf(states, at) {
  return states[at] + states[at + 1] + states[at + 2];
}

/** From now on whatever this thread adds to the table another one has added just before. */
async function comeLate() {
  const { hashOf, StateTable } = await import(
    new URL('../dist/run/explore/state-table.js', import.meta.url).href
  );
  let table;
  parentPort.on('message', (memory) => {
    if (table === undefined) table = new StateTable({ keyWidth: 3, stateAt: 0, stride: 4 }, memory);
    else table.attach(memory);
  });
  const { compareExchange } = Atomics;
  let isQuick = false;
  Atomics.compareExchange = (slots, slot, expected, row) => {
    if (!isQuick) {
      isQuick = true;
      const segment = table.segment(row - 1);
      const start = table.start(row - 1);
      const state = segment.slice(start, start + 3);
      table.add(state, 0, hashOf(state, 0, 3), segment[start + 3]);
      isQuick = false;
    }
    return compareExchange(slots, slot, expected, row);
  };
}
