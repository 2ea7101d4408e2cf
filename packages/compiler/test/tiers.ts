import { key, type TlaValue } from '@synod/tla';
import { emitPacked, type PackedOptions } from '../src/emit/packed/emit.js';
import { loadPacked } from '../src/emit/packed/load.js';
import { emitValues } from '../src/emit/values/emit-values.js';
import type { Lowered } from '../src/lower/lowered.js';
import type { Engine } from '../src/run/engine.js';
import { loadValues } from '../src/run/values/load.js';

/** Both tiers of a specification; `second` is the reason where the second tier refuses it. */
export function tiersOf(
  lowered: Lowered,
  budgets: PackedOptions['budgets'] = {},
  operators?: PackedOptions['operators'],
): { readonly first: Engine; readonly second: Engine | string; readonly asked: () => number } {
  const make = (): Engine => loadValues(emitValues(lowered, { labels: true }));
  const packed = emitPacked(lowered, { labels: true, budgets, operators });
  let asked = 0;
  const exact = (): Engine => {
    asked += 1;
    return make();
  };
  return {
    first: make(),
    second: 'refusal' in packed ? packed.refusal : loadPacked(structuredClone(packed), { exact }),
    asked: () => asked,
  };
}

function textOf(values: readonly TlaValue[]): string {
  return values.map(key).join(' | ');
}

interface Reached {
  readonly text: string;
  readonly words: Int32Array;
}

/** What a search finds: each state with the label it is reached by, as often as it is generated. */
function found(
  engine: Engine,
  search: (emit: (label: number) => void) => void,
): Map<string, { count: number; state: Reached }> {
  const all = new Map<string, { count: number; state: Reached }>();
  search((label) => {
    const words = engine.successor.slice();
    const text = textOf(engine.decode(words, 0));
    const name = `${label < 0 ? '' : engine.label(label).key} ${text}`;
    const before = all.get(name);
    const count = (before?.count ?? 0) + (engine.multiplicity ?? 1);
    all.set(name, { count, state: before?.state ?? { text, words } });
  });
  return all;
}

function attempt<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
}

export interface Difference {
  readonly distinct: number;
  readonly generated: number;
  /** What the two tiers do not agree on; at most the first few. */
  readonly differences: readonly string[];
}

/**
 * Explores a model with both tiers side by side: states, labelled steps, how often each, and what holds; with VIEW also in
 * which order they come.
 */
export function compareTiers(first: Engine, second: Engine, most: number = 20_000): Difference {
  const differences: string[] = [];
  const states: { readonly one: Reached; readonly two: Reached }[] = [];
  const seen = new Set<string>();
  let generated = 0;
  const compare = <T>(what: string, a: T, b: T): void => {
    if (a !== b && differences.length < 5) differences.push(`${what}: ${String(a)} / ${String(b)}`);
  };
  const merge = (
    where: string,
    one: ReturnType<typeof found> | string,
    two: ReturnType<typeof found> | string,
    each: (one: Reached, two: Reached) => void,
  ): void => {
    if (typeof one === 'string' || typeof two === 'string')
      return compare(
        where,
        typeof one === 'string' ? one : 'no error',
        typeof two === 'string' ? two : 'no error',
      );
    // What is found first is kept.
    if (first.view !== undefined) compare(`${where}: order`, [...one.keys()].join(), [...two.keys()].join());
    for (const [name, { count, state }] of one) {
      const other = two.get(name);
      compare(`${where}: ${name}`, count, other?.count ?? 0);
      generated += count;
      if (other === undefined) continue;
      each(state, other.state);
      if (seen.has(state.text)) continue;
      seen.add(state.text);
      states.push({ one: state, two: other.state });
    }
    for (const name of two.keys()) if (!one.has(name)) compare(`${where}: ${name}`, 'not there', 'there');
  };
  merge(
    'Init',
    attempt(() => found(first, (emit) => first.init(emit))),
    attempt(() => found(second, (emit) => second.init(emit))),
    (one, two) => {
      for (const [index, property] of first.properties.entries()) {
        compare(
          property.name,
          attempt(() => property.initial(one.words, 0)),
          attempt(() => second.properties[index]?.initial(two.words, 0)),
        );
      }
    },
  );
  for (let at = 0; at < states.length && at < most && differences.length === 0; at++) {
    const { one, two } = states[at] as (typeof states)[number];
    compare('encoding', second.encode(first.decode(one.words, 0)), true);
    compare('encoding', second.successor.join(), two.words.join());
    for (const list of ['invariants', 'constraints'] as const) {
      for (const [index, { name, holds }] of first[list].entries()) {
        compare(
          `${name} in ${one.text}`,
          attempt(() => holds(one.words, 0)),
          attempt(() => second[list][index]?.holds(two.words, 0)),
        );
      }
    }
    for (const [index, { name, always }] of first.properties.entries()) {
      if (always !== undefined)
        compare(
          `${name} in ${one.text}`,
          attempt(() => always(one.words, 0)),
          attempt(() => second.properties[index]?.always?.(two.words, 0)),
        );
    }
    // What lies behind states that are left out, the second tier does not know.
    if (!first.constraints.every(({ holds }) => holds(one.words, 0))) continue;
    merge(
      one.text,
      attempt(() => found(first, (emit) => first.next(one.words, 0, emit))),
      attempt(() => found(second, (emit) => second.next(two.words, 0, emit))),
      (to, other) => {
        for (const [index, { name, step }] of first.properties.entries()) {
          if (step === undefined) continue;
          compare(
            `${name} from ${one.text} to ${to.text}`,
            attempt(() => step(one.words, 0, to.words, 0)),
            attempt(() => second.properties[index]?.step?.(two.words, 0, other.words, 0)),
          );
        }
        for (const [index, { name, holds }] of first.actionConstraints.entries()) {
          compare(
            `${name} to ${to.text}`,
            attempt(() => holds(one.words, 0, to.words, 0)),
            attempt(() => second.actionConstraints[index]?.holds(two.words, 0, other.words, 0)),
          );
        }
      },
    );
  }
  return { distinct: seen.size, generated, differences };
}

/** Explores a model: its states, how often one was generated, and which formulas were not TRUE. */
export function countStates(engine: Engine): {
  readonly distinct: number;
  readonly generated: number;
  readonly wrong: readonly string[];
} {
  const { successor, width } = engine;
  const seen = new Set<string>();
  const states: Int32Array[] = [];
  const wrong = new Set<string>();
  let generated = 0;
  const add = (): void => {
    generated += engine.multiplicity ?? 1;
    const key = width === 1 ? String(successor[0]) : successor.join();
    if (seen.has(key)) return;
    seen.add(key);
    states.push(successor.slice());
    for (const { name, holds } of engine.invariants) if (!holds(successor, 0)) wrong.add(name);
    for (const { name, always } of engine.properties) if (always?.(successor, 0) === false) wrong.add(name);
  };
  engine.init(() => {
    for (const { name, initial } of engine.properties) if (!initial(successor, 0)) wrong.add(name);
    add();
  });
  for (let at = 0; at < states.length; at++) {
    const from = states[at] as Int32Array;
    engine.next(from, 0, () => {
      for (const { name, step } of engine.properties)
        if (step?.(from, 0, successor, 0) === false) wrong.add(name);
      add();
    });
  }
  return { distinct: states.length, generated, wrong: [...wrong] };
}
