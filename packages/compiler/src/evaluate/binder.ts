import type { TlaValue } from '@synod/tla';
import type { Bound } from '../parse/syntax.js';
import type { Binder, Environment } from './code.js';
import { bind } from './environment.js';
import type { Frame, Run } from './frame.js';
import { asTuple, elementsOf, fail, show } from './value.js';

/** Compiles bounds; their sets do not see the variables that they bind. */
export function compileBinder(
  bounds: readonly Bound[],
  environment: Environment,
  compileSet: (bound: Bound) => Run,
): { readonly binder: Binder; readonly inner: Environment } {
  let inner = environment;
  const names: { name: string; slot: number }[] = [];
  const assign: Binder['assign'][number][] = [];
  const sets: { readonly run: Run; readonly bound: Bound; readonly repeat: number }[] = [];
  for (const bound of bounds) {
    sets.push({ run: compileSet(bound), bound, repeat: bound.tuple ? 1 : bound.names.length });
    const slots = bound.names.map((name) => {
      const bound_ = bind(inner, name, 'value');
      inner = bound_.environment;
      names.push({ name, slot: bound_.slot });
      return bound_.slot;
    });
    assign.push(...(bound.tuple ? [assignTuple(bound, slots)] : slots.map(assignSlot)));
  }
  const domains = (frame: Frame): (readonly TlaValue[])[] =>
    sets.flatMap(({ run, bound, repeat }) => {
      const elements = elementsOf(run(frame), bound.set.span);
      return repeat === 1 ? [elements] : Array.from({ length: repeat }, () => elements);
    });
  const [only] = sets;
  if (assign.length === 1 && only !== undefined) {
    const { run, bound } = only;
    return {
      binder: { names, assign, bounds, domains: (frame) => [elementsOf(run(frame), bound.set.span)] },
      inner,
    };
  }
  return { binder: { names, assign, bounds, domains }, inner };
}

function assignSlot(slot: number): (frame: Frame, value: TlaValue) => void {
  return (frame, value) => {
    frame.slots[slot] = value;
  };
}

function assignTuple(bound: Bound, slots: readonly number[]): (frame: Frame, value: TlaValue) => void {
  return (frame, value) => {
    const tuple = asTuple(value);
    if (tuple?.length !== slots.length) {
      fail(
        bound.span,
        `${show(value)} is not a tuple of ${slots.length}, as <<${bound.names.join(', ')}>> asks`,
      );
    }
    slots.forEach((slot, index) => {
      frame.slots[slot] = tuple[index];
    });
  };
}

/** Visits each combination of values, until a visit returns true; whether one did. */
export function someCombination(binder: Binder, frame: Frame, visit: () => boolean): boolean {
  return visitFrom(0, binder, binder.domains(frame), frame, visit);
}

function visitFrom(
  index: number,
  binder: Binder,
  domains: readonly (readonly TlaValue[])[],
  frame: Frame,
  visit: () => boolean,
): boolean {
  const domain = domains[index];
  const assign = binder.assign[index];
  if (domain === undefined || assign === undefined) return visit();
  const isLast = index === domains.length - 1;
  for (const value of domain) {
    assign(frame, value);
    if (isLast ? visit() : visitFrom(index + 1, binder, domains, frame, visit)) return true;
  }
  return false;
}
