import type { Label } from '@synod/spec';
import { InputError, type TlaValue } from '@synod/tla';
import type { Emit, Engine, EngineOperator } from '../../run/engine.js';
import type { Codec } from './codec.js';

/** What generated code throws where a rule of TLA+ is broken: the first tier says which. */
export const MARK: unique symbol = Symbol('a rule of TLA+ is broken');

type State = (states: Int32Array, at: number) => boolean;
type Step = (from: Int32Array, fromAt: number, to: Int32Array, toAt: number) => boolean;

/** The first tier, asked with states of the second. */
export interface Exact {
  /** A function of the second tier; the first is asked where there is none, or where it breaks off. */
  readonly state: (own: State | undefined, mayFail: boolean, other: (engine: Engine) => State) => State;
  readonly step: (own: Step | undefined, mayFail: boolean, other: (engine: Engine) => Step) => Step;
  readonly constant: (own: State | undefined, mayFail: boolean, index: number) => boolean;
  readonly search: (own: (emit: Emit) => void, other: (emit: Emit) => void, emit: Emit) => void;
  readonly init: (emit: Emit) => void;
  readonly next: (states: Int32Array, at: number, emit: Emit) => void;
  readonly view: (states: Int32Array, at: number) => TlaValue;
  readonly representative: (states: Int32Array, at: number, target: Int32Array, targetAt: number) => void;
  readonly operator: (name: string) => EngineOperator | undefined;
}

export function exactly(
  make: () => Engine,
  codec: Codec,
  successor: Int32Array,
  out: { multiplicity: number },
  labelNumber: (label: Label) => number,
): Exact {
  let made: Engine | undefined;
  const engine = (): Engine => (made ??= make());
  /** A state's words in the first tier. */
  const translated = (states: Int32Array, at: number): Int32Array => {
    const e = engine();
    if (!e.encode(codec.decode(states, at)))
      throw new Error('the first tier does not know a state of the second');
    return e.successor.slice();
  };
  /** What the first tier emits, in words of the second. */
  const telling =
    (emit: Emit): Emit =>
    (number) => {
      const e = engine();
      // If not: only states that a constraint leaves out have such successors.
      if (!codec.encode(e.decode(e.successor, 0), successor))
        refuse('a state beyond the constraints has no packed words');
      emit(number < 0 ? -1 : labelNumber(e.label(number)));
    };
  return {
    state: (own, mayFail, other) =>
      guarded(own, mayFail, (states, at) => other(engine())(translated(states, at), 0)),
    step: (own, mayFail, other) =>
      guarded(own, mayFail, (s, at, t, to) => {
        const from = translated(s, at);
        return other(engine())(from, 0, translated(t, to), 0);
      }),
    constant: (own, mayFail, index) => {
      const other = (): boolean => engine().assumptions?.[index]?.holds() ?? false;
      return guarded(own, mayFail, other)(successor, 0);
    },
    search: (own, other, emit) => searchOr(own, other, emit, successor, out),
    init: (emit) => engine().init(telling(emit)),
    next: (states, at, emit) => engine().next(translated(states, at), 0, telling(emit)),
    view: (states, at) => {
      const { view } = engine();
      return view === undefined ? false : view(translated(states, at), 0);
    },
    representative: (states, at, target, targetAt) => {
      const e = engine();
      e.representative?.(translated(states, at), 0, e.successor, 0);
      const kept = successor.slice();
      // If not: a state that stands for others and is none of the model's own, so that the model is not symmetric.
      if (!codec.encode(e.decode(e.successor, 0), successor))
        refuse(
          'SYMMETRY makes states of others that the model does not have, and which have no packed words',
        );
      target.set(successor, targetAt);
      if (target !== successor) successor.set(kept);
    },
    operator: (name) => {
      const operator = engine().operator(name);
      return (
        operator && {
          formals: operator.formals,
          value: (states, at, parameters) => operator.value(translated(states, at), 0, parameters),
        }
      );
    },
  };
}

function refuse(why: string): never {
  throw new InputError('tier', `${why}: take --tier values`);
}

/** A function of the second tier; the other where there is none, or where it breaks off. */
function guarded<T extends unknown[]>(
  own: ((...given: T) => boolean) | undefined,
  mayFail: boolean,
  other: (...given: T) => boolean,
): (...given: T) => boolean {
  if (own === undefined) return other;
  if (!mayFail) return own;
  return (...given) => {
    try {
      return own(...given);
    } catch (error) {
      if (error !== MARK) throw error;
      return other(...given);
    }
  };
}

/** Gathers what is found, and tells it when the search has come to its end; otherwise the other one searches. */
function searchOr(
  own: (emit: Emit) => void,
  other: (emit: Emit) => void,
  emit: Emit,
  successor: Int32Array,
  out: { multiplicity: number },
): void {
  const found: { readonly state: Int32Array; readonly label: number; readonly times: number }[] = [];
  try {
    own((label) => {
      found.push({ state: successor.slice(), label, times: out.multiplicity });
    });
  } catch (error) {
    if (error !== MARK) throw error;
    out.multiplicity = 1;
    other(emit);
    return;
  }
  for (const { state, label, times } of found) {
    successor.set(state);
    out.multiplicity = times;
    emit(label);
  }
  out.multiplicity = 1;
}
