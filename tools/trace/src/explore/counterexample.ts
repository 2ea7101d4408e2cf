import { type CompiledModel, compileModel, type Engine, type PathState } from '@synod/compiler/explore';
import type { Opened } from './open.js';

/** A step of a path: the action that it is of, if it could be found, and the state that it leads to. */
export interface PathStep {
  readonly label: string | undefined;
  readonly state: NamedState;
}

export type NamedState = { readonly [variable: string]: PathState[number] };

/** A path with the actions of its steps; the first state has none. */
export function labelledPath(
  { root, modules, config }: Opened,
  { engine: { variables } }: CompiledModel,
  path: readonly PathState[],
): readonly PathStep[] {
  // Exploring needs no labels, and is faster without.
  const { engine } = compileModel({ modules, root, config, tier: 'values', labels: true });
  return path.map((state, index) => {
    const before = path[index - 1];
    return {
      label: before === undefined ? undefined : labelOf(engine, before, state),
      state: Object.fromEntries(variables.map((name, i) => [name, state[i] as PathState[number]])),
    };
  });
}

/** The first action that leads from one state to another. */
function labelOf(engine: Engine, from: PathState, to: PathState): string | undefined {
  if (!engine.encode(to)) return undefined;
  const wanted = engine.successor.slice();
  if (!engine.encode(from)) return undefined;
  let label: string | undefined;
  engine.next(engine.successor.slice(), 0, (number) => {
    if (label !== undefined || number < 0) return;
    if (engine.successor.every((word, index) => word === wanted[index])) label = engine.label(number).key;
  });
  return label;
}
