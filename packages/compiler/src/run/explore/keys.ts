import { key } from '@synod/tla';
import type { Engine } from '../engine.js';
import type { RowLayout } from './state-table.js';

/** What tells states apart: their words, unless SYMMETRY or VIEW say otherwise. */
export interface Keys {
  readonly layout: RowLayout;
  /** Writes a state's key; undefined if it is the state itself. */
  readonly write:
    | ((states: Int32Array, at: number, target: Int32Array, targetAt: number) => void)
    | undefined;
}

/** As TLC does it: of several states that are the same, the one found first is kept, and is the one that is expanded. */
export function keysOf(engine: Engine): Keys {
  const { width, representative, view } = engine;
  if (view !== undefined) return { layout: separate(1, width), write: viewKey(engine, view) };
  if (representative !== undefined) return { layout: separate(width, width), write: representative };
  return { layout: { keyWidth: width, stateAt: 0, stride: width + 1 }, write: undefined };
}

function separate(keyWidth: number, width: number): RowLayout {
  return { keyWidth, stateAt: keyWidth, stride: keyWidth + width + 1 };
}

/** The number of the state's view: that of its representative, where there is SYMMETRY as well. */
function viewKey(
  { width, representative }: Engine,
  view: NonNullable<Engine['view']>,
): NonNullable<Keys['write']> {
  const numbers = new Map<string, number>();
  const scratch = new Int32Array(width);
  return (states, at, target, targetAt) => {
    representative?.(states, at, scratch, 0);
    const text = key(representative === undefined ? view(states, at) : view(scratch, 0));
    const known = numbers.get(text);
    target[targetAt] = known ?? numbers.size;
    if (known === undefined) numbers.set(text, numbers.size);
  };
}
