import type { Parameter } from '../parse/syntax.js';
import type { Scope } from '../resolve/scope.js';
import type { Environment, Layout, Local, Program } from './code.js';
import type { Frame } from './frame.js';

/** The environment of a definition at the top of a module. */
export function topEnvironment(scope: Scope, program: Program): Environment {
  return { scope, layout: { size: 0, parent: undefined }, names: undefined, old: undefined, program };
}

/** The environment within a definition inside of another: LET, LAMBDA. */
export function innerEnvironment(environment: Environment): Environment {
  return { ...environment, layout: { size: 0, parent: environment.layout } };
}

/** A new slot, under a name. */
export function bind(
  environment: Environment,
  name: string,
  type: 'value' | 'cell',
): { readonly environment: Environment; readonly slot: number } {
  const slot = environment.layout.size++;
  return { environment: withLocal(environment, name, { type, slot, layout: environment.layout }), slot };
}

export function withLocal(environment: Environment, name: string, local: Local): Environment {
  return { ...environment, names: { name, local, outer: environment.names } };
}

/** The parameters of an operator, in the first slots. */
export function bindParameters(environment: Environment, parameters: readonly Parameter[]): Environment {
  const { layout } = environment;
  let inner = environment;
  for (const { name, arity } of parameters) {
    const slot = layout.size++;
    inner = withLocal(
      inner,
      name,
      arity > 0 ? { type: 'operator', slot, layout, arity } : { type: 'cell', slot, layout },
    );
  }
  return inner;
}

export function findLocal(environment: Environment, name: string): Local | undefined {
  for (let names = environment.names; names !== undefined; names = names.outer) {
    if (names.name === name) return names.local;
  }
  return undefined;
}

/** The way from a frame of the environment to the frame that holds a local. */
export function frameOf(environment: Environment, local: Local): (frame: Frame) => Frame {
  let hops = 0;
  for (let layout: Layout | undefined = environment.layout; layout !== local.layout; layout = layout?.parent)
    hops++;
  if (hops === 0) return (frame) => frame;
  if (hops === 1) return (frame) => frame.parent as Frame;
  return (frame) => {
    let found = frame;
    for (let i = 0; i < hops; i++) found = found.parent as Frame;
    return found;
  };
}
