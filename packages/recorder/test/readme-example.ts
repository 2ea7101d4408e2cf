import { memorySink, openRecorder, type Recorder, recorder, type VectorClock } from '@synod/recorder';

const header = { trace: 1, spec: 'Paxos', constants: { Acceptor: ['a1', 'a2', 'a3'] } } as const;

/** An acceptor promises: the ledger has it already. What is returned goes along with the answer. */
function promise(
  trace: Recorder,
  ballot: number,
  received: VectorClock | undefined,
): VectorClock | undefined {
  trace.receive(received);
  trace.record({ action: 'Phase1b', params: { a: 'a1' }, state: { maxBal: { a1: ballot } } });
  trace.flush();
  return trace.stamp();
}

/** In memory, where everything runs in one program. */
export function inMemory(): string {
  const sink = memorySink();
  promise(recorder({ process: 'a1', header, sink }), 0, { p0: 1 });
  return sink.text;
}

/** In a file, which may be there already: then it goes on where it ends. What is returned comes next. */
export function inFile(path: string): VectorClock | undefined {
  let promised = -1;
  const { recorder: trace } = openRecorder(path, {
    process: 'a1',
    header,
    // What the ledger has and the trace lacks would be recorded now.
    onEvent: ({ state }) => {
      promised = (state as { maxBal: { a1: number } }).maxBal.a1;
    },
    slow: { limit: 100, now: () => performance.now(), onSlow: (ms) => console.warn(`waited ${ms} ms`) },
  });
  const clock = promise(trace, promised + 1, undefined);
  trace.close();
  return clock;
}
