import type { Variable } from './action.js';
import { knownBy } from './domain.js';
import { expression } from './expression.js';
import { type Declared, innerModule } from './inner-module.js';
import { leaf } from './leaf.js';
import type { Used } from './next.js';
import { scalars, type Type } from './type.js';
import { type Known, newName, oneIn, someType, type Writer } from './writer.js';

/** Modules, an INSTANCE of them, and what there is in it for the root module to use. */
export interface Instanced {
  readonly modules: { readonly [name: string]: string };
  readonly units: readonly string[];
  readonly cfg: readonly string[];
  readonly ofStates: readonly Known[];
  readonly ofSteps: readonly Known[];
  /** An action that gives a value to every variable. */
  readonly action: Used | undefined;
}

interface Root {
  readonly number: number;
  readonly variables: readonly Variable[];
}

/**
 * An INSTANCE by one of its forms: with a name, with a name and a parameter, without; LOCAL or not; with WITH, or with variables
 * of the same names. The module has an instance of another.
 */
export function instanced(writer: Writer, root: Root): Instanced {
  const { number } = root;
  const form = writer.random.pick(['named', 'named', 'parameterised', 'unnamed'] as const);
  const parameter = form === 'parameterised' ? newName(writer, 'w') : undefined;
  const type = writer.random.pick(scalars);
  const isActing = oneIn(writer, 2);
  const isImplicit = isActing && oneIn(writer, 3);
  const constant: Declared = {
    name: 'kk',
    instead: parameter ?? expression({ ...writer, known: [], depth: 1 }, type),
    known: (name) => [{ text: name, type }],
  };
  const declared = isActing ? renamed(writer, root, isImplicit) : expressed(writer);
  const inner = innerModule(writer, { number, constant, declared, isActing });
  const given = [constant, ...(isImplicit ? [] : declared)];
  const withs = given.map(({ name, instead }) => `${name} <- ${instead}`).join(', ');
  const local = oneIn(writer, 4) ? 'LOCAL ' : '';
  const name = form === 'unnamed' ? '' : `J_${number}${parameter === undefined ? '' : `(${parameter})`} == `;
  const argument = leaf({ ...writer, depth: 0, known: [] }, type, expression);
  const prefix = form === 'unnamed' ? '' : `J_${number}${parameter === undefined ? '' : `(${argument})`}!`;
  // Where the INSTANCE has a parameter, TLC 2.18 fails when it comes to what takes the definition's place.
  const { units, cfg } =
    parameter === undefined ? overridden(writer, number, inner.term) : { units: [], cfg: [] };
  return {
    modules: inner.modules,
    units: [`${local}${name}INSTANCE I_${number} WITH ${withs}`, ...units],
    cfg,
    ofStates: inner.ofStates(prefix),
    ofSteps: inner.ofSteps(prefix),
    action: isActing
      ? {
          ...inner.action,
          name: `${prefix}Act_${number}`,
          foreign: {
            label: `${form === 'unnamed' ? '' : `J_${number}!`}Act_${number}`,
            given: parameter === undefined ? [] : [argument],
          },
        }
      : undefined,
  };
}

/** Variables in the place of variables: in another order, or by the same names. */
function renamed(writer: Writer, { variables }: Root, isImplicit: boolean): readonly Declared[] {
  const by = isImplicit ? 0 : 1 + writer.random.below(2);
  return variables.map((_, index) => {
    const { name: instead, domain } = variables[(index + by) % variables.length] as Variable;
    const name = isImplicit ? instead : `v${'abc'[index] ?? ''}`;
    return { name, instead, known: (own) => knownBy(own, domain), variable: { name, domain } };
  });
}

/** Expressions in the place of variables. */
function expressed(writer: Writer): readonly Declared[] {
  return ['va', 'vb'].map((name) => {
    const type = someType({ ...writer, depth: 1 });
    return {
      name,
      instead: expression({ ...writer, depth: 1 }, type),
      known: (own) => [{ text: own, type }],
    };
  });
}

/** A definition of the module, in the place of which the cfg file puts one of the root. */
function overridden(
  writer: Writer,
  number: number,
  term: Type,
): { readonly units: readonly string[]; readonly cfg: readonly string[] } {
  if (!oneIn(writer, 4)) return { units: [], cfg: [] };
  const instead = `TermInstead_${number}`;
  return {
    units: [`${instead} == ${expression({ ...writer, known: [], depth: 1 }, term)}`],
    cfg: [`CONSTANT Term_${number} <- [I_${number}] ${instead}`],
  };
}
