import { random } from '../../../../tla/fuzz/random.js';
import { action, type Variable } from './action.js';
import { anyDomain, argumentSets, knownBy } from './domain.js';
import { expression } from './expression.js';
import { boolean } from './type.js';
import { knowing, newName, type Writer } from './writer.js';

/** A small specification. Its definitions end in `_<number>`, so that many can stand in one module. */
export interface Specification {
  readonly number: number;
  /** The variables are x, y and z. */
  readonly units: readonly string[];
}

/** The variables of all of them. */
export const variableNames: readonly string[] = ['x', 'y', 'z'];

/**
 * A specification with `Init_n`, `Next_n`, the invariants `InvA_n` and `InvB_n`, `Constraint_n` and `StepConstraint_n`, and
 * `Step_n`, which every step is held to.
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
  const before = knowing(writer, ...variables.flatMap(({ name, domain }) => knownBy(name, domain)));
  const after = knowing(before, ...variables.flatMap(({ name, domain }) => knownBy(`${name}'`, domain)));
  const goal = { prime: "'", left: variables } as const;
  const parameter = newName(writer, 'p');
  const { text, type } = argumentSets[chance.pick(['m', 'n'] as const)];
  const acting = { ...before, depth: 2 + chance.below(2) };
  const invariant = (): string => expression({ ...before, depth: 2 }, boolean);
  const rarely = (write: () => string): string => (chance.below(3) === 0 ? write() : 'TRUE');
  const units = {
    Init: action({ ...writer, depth: 1 + chance.below(2) }, { prime: '', left: variables }),
    [`A(${parameter})`]: action(knowing(acting, { text: parameter, type }), goal),
    B: action(acting, goal),
    Next: `(\\E ${parameter} \\in ${text} : A_${number}(${parameter})) \\/ B_${number}`,
    InvA: invariant(),
    InvB: `(${invariant()} \\/ ${invariant()})`,
    Constraint: rarely(() => `(${invariant()} \\/ ${invariant()})`),
    StepConstraint: rarely(() => expression({ ...after, depth: 2 }, boolean)),
    Step: expression({ ...after, depth: 2 }, boolean),
  };
  return {
    number,
    units: Object.entries(units).map(([name, body]) => `${name.replace(/^\w+/, `$&_${number}`)} == ${body}`),
  };
}
