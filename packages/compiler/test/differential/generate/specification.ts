import { type Random, random } from '../../../../tla/fuzz/random.js';
import { action, type Variable } from './action.js';
import { type Configured, configured } from './configured.js';
import { anyDomain, argumentSets, knownBy, value } from './domain.js';
import { expression } from './expression.js';
import { type Instanced, instanced } from './instance.js';
import { type Around, next } from './next.js';
import { boolean } from './type.js';
import { knowing, newName, oneIn, someType, type Writer } from './writer.js';

/** A small specification. Its definitions end in `_<number>`, so that many can stand in one module. */
export interface Specification {
  readonly number: number;
  /** The definitions of the root module. The variables are x, y and z. */
  readonly units: (around: Around) => readonly string[];
  /** The modules that it has instances of, by name. */
  readonly modules: { readonly [name: string]: string };
  /** What its cfg file says of constants and definitions. */
  readonly cfg: readonly string[];
  /** `Two` or another of the sets of permutations that every specification has. */
  readonly symmetry: string | undefined;
  readonly hasView: boolean;
  readonly checksDeadlock: boolean;
  /** What TLC calls the steps of an action, where it does not see the action's own name. */
  readonly coarse: ReadonlyMap<string, string>;
}

/** The variables of all of them. */
export const variableNames: readonly string[] = ['x', 'y', 'z'];

/** Sets of permutations for SYMMETRY: of two model values, of all, and two sets that generate all. */
export const symmetries: readonly (readonly [string, string])[] = [
  ['Two', 'Permutations({m1, m2})'],
  ['All', 'Permutations({m1, m2, m3})'],
  ['Generating', 'Permutations({m1, m2}) \\union Permutations({m2, m3})'],
];

/**
 * A specification with `Init_n`, `Next_n`, the invariants `InvA_n` and `InvB_n`, `Constraint_n` and `StepConstraint_n`, what
 * every step, and every initial state, is held to, `Step_n` and `First_n`, and, where it has one, `View_n`.
 */
export function specification(seed: number, number: number): Specification {
  const chance = random(seed, number);
  const variables: readonly Variable[] = variableNames.map((name) => ({ name, domain: anyDomain(chance) }));
  const writer: Writer = {
    random: chance,
    known: [],
    depth: 2,
    wrong: 0,
    safe: number % 6 > 0,
    names: { count: 0 },
  };
  const own = configured(writer, number);
  const before = knowing(
    writer,
    ...variables.flatMap(({ name, domain }) => knownBy(name, domain)),
    ...own.known,
  );
  const instance = oneIn(writer, 3) ? undefined : instanced(before, { number, variables });
  const state = knowing(before, ...(instance?.ofStates ?? []));
  const step = knowing(
    state,
    ...variables.flatMap(({ name, domain }) => knownBy(`${name}'`, domain)),
    ...(instance?.ofSteps ?? []),
  );
  const kind = number % 4;
  const parts = { number, variables, chance, writer, own, instance, state, step };
  const hasView = kind === 2 || (kind === 3 && oneIn(writer, 3));
  const { units, coarse } = written(parts, hasView);
  return {
    number,
    units,
    modules: instance?.modules ?? {},
    cfg: [...own.cfg, ...(instance?.cfg ?? [])],
    symmetry: kind === 3 ? symmetries[Math.floor(number / 48) % symmetries.length]?.[0] : undefined,
    hasView,
    checksDeadlock: oneIn(writer, 3),
    coarse,
  };
}

interface Parts {
  readonly number: number;
  readonly variables: readonly Variable[];
  readonly chance: Random;
  readonly writer: Writer;
  readonly own: Configured;
  readonly instance: Instanced | undefined;
  readonly state: Writer;
  readonly step: Writer;
}

function written(
  { number, variables, chance, writer, own, instance, state, step }: Parts,
  hasView: boolean,
): Pick<Specification, 'units' | 'coarse'> {
  const goal = { prime: "'", left: variables } as const;
  const parameter = newName(writer, 'p');
  const { text, type } = argumentSets[chance.pick(['m', 'n'] as const)];
  const acting = { ...state, depth: 2 + chance.below(2) };
  const invariant = (): string => expression({ ...state, depth: 2 }, boolean);
  const ofStep = (): string => expression({ ...step, depth: 2 }, boolean);
  const rarely = (write: () => string): string => (chance.below(3) === 0 ? write() : 'TRUE');
  const start = { prime: '', left: variables } as const;
  // Something is always possible at first.
  const initial = `${action({ ...writer, depth: 1 + chance.below(2) }, start)} \\/ ${action({ ...writer, depth: 0 }, start)}`;
  const bodies = {
    A: action(knowing(acting, { text: parameter, type }), goal),
    B: action(acting, goal),
  };
  const relation = next(state, number, [
    { name: `A_${number}`, parameter: { text, type } },
    { name: `B_${number}` },
    ...(instance?.action === undefined ? [] : [instance.action]),
  ]);
  const more = {
    InvA: oneIn(writer, 3) ? invariant() : seldomFalse(state, variables),
    InvB: `(${invariant()} \\/ ${invariant()} \\/ ${seldomFalse(state, variables)})`,
    Constraint: rarely(() => `(${invariant()} \\/ ${invariant()})`),
    StepConstraint: rarely(ofStep),
    Step: oneIn(writer, 3) ? ofStep() : `(${ofStep()} \\/ ${ofStep()})`,
    First: oneIn(writer, 8) ? invariant() : 'TRUE',
    ...(hasView ? { View: view(state) } : {}),
  };
  const define = (name: string, body: string): string => `${name.replace(/^\w+/, `$&_${number}`)} == ${body}`;
  return {
    coarse: relation.coarse,
    units: (around) => [
      ...own.units,
      ...(instance?.units ?? []),
      ...Object.entries(more).map(([name, body]) => define(name, body)),
      define('Init', initial),
      define(`A(${parameter})`, around.action(bodies.A, `A_${number}`, [parameter])),
      define('B', around.action(bodies.B, `B_${number}`, [])),
      ...relation.units(around),
    ],
  };
}

/** A condition that few states break: where it breaks, it does so some steps away. */
function seldomFalse(writer: Writer, variables: readonly Variable[]): string {
  const shallow = { ...writer, depth: 0, known: [] };
  return `(${variables.map(({ name, domain }) => `${name} # ${value(shallow, domain)}`).join(' \\/ ')})`;
}

function view(writer: Writer): string {
  const some = variableNames.filter(() => !oneIn(writer, 3));
  const more = oneIn(writer, 2) ? [expression({ ...writer, depth: 1 }, someType(writer))] : [];
  return `<<${[...some, ...more].join(', ')}>>`;
}
