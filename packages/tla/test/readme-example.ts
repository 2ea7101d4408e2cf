import { key, parseValue, readDot, stateReader } from '@synod/tla';
import { readBytes } from '@synod/tla/node';

// Two values are equal in TLA+ exactly when their keys are the same string.
export const same: boolean =
  key(parseValue('(1 :> {2, 1} @@ 2 :> "b")')) === key(parseValue('<<1..2, "b">>'));

/** Reads a graph that TLC wrote with `-dump dot,actionlabels FILE`, compressed or not. */
export async function steps(file: string): Promise<string[]> {
  const read = stateReader();
  const states = new Map<string, string>();
  const edges: [from: string, to: string, action: string][] = [];
  await readDot(
    readBytes(file),
    {
      node(id, text, _initial, { place }) {
        const values = read.entries(text, place);
        states.set(
          id,
          read
            .variables()
            .map((name, i) => `${name} = ${values[i]?.key}`)
            .join(', '),
        );
      },
      edge(from, to, action, kind) {
        if (kind === 'step') edges.push([from, to, action ?? 'a step']);
      },
    },
    { file },
  );
  return edges.map(([from, to, action]) => `${action}: ${states.get(from)} -> ${states.get(to)}`);
}
