import { key, type TlaValue } from '@synod/tla';
import { Components } from './components.js';
import type { Label, StateGraph } from './graph.js';
import { IntList } from './int-list.js';
import { TupleTable } from './table.js';

/** `Phase2a(0, v1)`; an action without parameters is its name alone. */
export function labelKey(action: string, parameters: readonly TlaValue[]): string {
  return parameters.length === 0 ? action : `${action}(${parameters.map(key).join(', ')})`;
}

/** Puts a state graph together from states and steps in any order. */
export class GraphBuilder {
  readonly #name: string;
  readonly variables: readonly string[];
  readonly #components: readonly Components[];
  readonly #states: TupleTable;
  readonly #tuple: Int32Array;
  readonly #initial: number[] = [];
  /** By state, 1 for an initial one. */
  #isInitial = new Uint8Array(1024);
  readonly #labels: Label[] = [];
  readonly #labelIds = new Map<string, number>();
  readonly #from = new IntList();
  readonly #label = new IntList();
  readonly #to = new IntList();
  #initialGenerated = 0;

  constructor(name: string, variables: readonly string[]) {
    this.#name = name;
    this.variables = variables;
    this.#components = variables.map(() => new Components());
    this.#states = new TupleTable(variables.length);
    this.#tuple = new Int32Array(variables.length);
  }

  /** How many states there are so far. */
  get size(): number {
    return this.#states.size;
  }

  /** The number of the state with these values; a new state gets the next number. */
  state(values: readonly TlaValue[]): number {
    for (let i = 0; i < this.#tuple.length; i++) {
      this.#tuple[i] = (this.#components[i] as Components).add(values[i] as TlaValue);
    }
    return this.#states.add(this.#tuple);
  }

  /** The values of a state: of equal ones always the same object. */
  values(state: number): readonly TlaValue[] {
    return this.#components.map((component, i) => component.values[this.#states.at(state, i)] as TlaValue);
  }

  /** The number of a value among those that a variable takes, or -1. */
  component(variable: number, value: TlaValue): number {
    return (this.#components[variable] as Components).find(value);
  }

  /** The same for a value that is given as its key; -1 also if it is a set, which is not found by its key. */
  componentOfKey(variable: number, text: string): number {
    return (this.#components[variable] as Components).findKey(text);
  }

  /** The number of the state whose variables have the values with these numbers, or -1. */
  find(components: ArrayLike<number>): number {
    return this.#states.find(components);
  }

  /** Says that a state is an initial one. */
  initial(state: number): void {
    this.#initialGenerated++;
    if (state >= this.#isInitial.length) {
      const larger = new Uint8Array(Math.max(state + 1, this.#isInitial.length * 2));
      larger.set(this.#isInitial);
      this.#isInitial = larger;
    }
    if (this.#isInitial[state] === 1) return;
    this.#isInitial[state] = 1;
    this.#initial.push(state);
  }

  /** The number of a label. */
  label(action: string, parameters: readonly TlaValue[]): number {
    const k = labelKey(action, parameters);
    const known = this.#labelIds.get(k);
    if (known !== undefined) return known;
    this.#labelIds.set(k, this.#labels.length);
    return this.#labels.push({ action, parameters, key: k }) - 1;
  }

  /** Adds a step; adding it again counts as generated only. */
  step(from: number, label: number, to: number): void {
    this.#from.push(from);
    this.#label.push(label);
    this.#to.push(to);
  }

  build(): StateGraph {
    const components = this.#components;
    const states = this.#states;
    const tuple = new Int32Array(states.width);
    for (const component of components) component.finish();
    return {
      name: this.#name,
      variables: this.variables,
      size: states.size,
      initial: this.#initial.slice(),
      labels: this.#labels,
      generated: this.#initialGenerated + this.#from.length,
      ...this.#sortedSteps(),
      values: (state) => components.map((component, i) => component.values[states.at(state, i)] as TlaValue),
      find(values) {
        for (let i = 0; i < tuple.length; i++) {
          tuple[i] = (components[i] as Components).find(values[i] as TlaValue);
        }
        return states.find(tuple);
      },
    };
  }

  /** The steps by the state they come from, each once: a counting sort, then a small sort within each state. */
  #sortedSteps(): Pick<StateGraph, 'offsets' | 'stepLabels' | 'targets'> {
    const count = this.#from.length;
    const starts = new Int32Array(this.size + 1);
    for (let i = 0; i < count; i++) {
      starts[this.#from.at(i) + 1] = (starts[this.#from.at(i) + 1] as number) + 1;
    }
    for (let s = 0; s < this.size; s++) starts[s + 1] = (starts[s + 1] as number) + (starts[s] as number);
    const order = new Int32Array(count);
    const next = starts.slice();
    for (let i = 0; i < count; i++) {
      const from = this.#from.at(i);
      const place = next[from] as number;
      order[place] = i;
      next[from] = place + 1;
    }

    const offsets = new Int32Array(this.size + 1);
    const stepLabels = new Int32Array(count);
    const targets = new Int32Array(count);
    let end = 0;
    for (let s = 0; s < this.size; s++) {
      const [first, last] = [starts[s] as number, starts[s + 1] as number];
      if (last - first > 1) {
        order
          .subarray(first, last)
          .sort((x, y) => this.#label.at(x) - this.#label.at(y) || this.#to.at(x) - this.#to.at(y));
      }
      const start = end;
      for (let place = first; place < last; place++) {
        const i = order[place] as number;
        const [label, to] = [this.#label.at(i), this.#to.at(i)];
        if (end > start && stepLabels[end - 1] === label && targets[end - 1] === to) continue;
        stepLabels[end] = label;
        targets[end++] = to;
      }
      offsets[s + 1] = end;
    }
    return { offsets, stepLabels: stepLabels.slice(0, end), targets: targets.slice(0, end) };
  }
}
