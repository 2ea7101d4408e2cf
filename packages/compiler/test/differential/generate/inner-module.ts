import { action, type Variable } from './action.js';
import { expression } from './expression.js';
import { leaf, modelValuesInOrder } from './leaf.js';
import type { Used } from './next.js';
import { boolean, scalars, type Type } from './type.js';
import { type Known, knowing, newName, oneIn, someType, type Writer } from './writer.js';

/** What a module declares, by the name that it has there, and what is put in its place. */
export interface Declared {
  readonly name: string;
  readonly instead: string;
  /** As expressions of the module see it. */
  readonly known: (name: string) => readonly Known[];
  /** If it is given values. */
  readonly variable?: Variable;
}

/** A module, with the one that it has an instance of, and what there is in it for those who have an instance of it. */
export interface Inner {
  readonly modules: { readonly [name: string]: string };
  readonly ofStates: (prefix: string) => readonly Known[];
  readonly ofSteps: (prefix: string) => readonly Known[];
  readonly action: Pick<Used, 'parameter'>;
  readonly term: Type;
}

export interface Outline {
  readonly number: number;
  readonly constant: Declared;
  readonly declared: readonly Declared[];
  readonly isActing: boolean;
}

const head: readonly string[] = [`CONSTANTS ${modelValuesInOrder.join(', ')}`, 'LOCAL INSTANCE Helpers'];

function moduleText(name: string, units: readonly string[]): string {
  return [`---- MODULE ${name} ----`, ...units, '===='].join('\n');
}

/** `I_n`, which has `K_n` as an instance of `N_n`. */
export function innerModule(writer: Writer, { number, constant, declared, isActing }: Outline): Inner {
  const state = (prime: '' | "'"): readonly Known[] =>
    declared.flatMap(({ name, known }) => known(`${name}${prime}`));
  const base: Writer = { ...writer, known: [...constant.known(constant.name), ...state('')] };
  const deep = deepModule(base, number);
  const within = knowing(base, ...deep.known);
  const after = knowing(within, ...state("'"));
  const parameter = newName(writer, 'u');
  const [asked, term] = [writer.random.pick(scalars), someType({ ...writer, depth: 1 })];
  const knowsParameter = (one: Writer): Writer => knowing(one, { text: parameter, type: asked });
  const left = declared.flatMap(({ variable }) => (variable === undefined ? [] : [variable]));
  const goal = { prime: "'", left } as const;
  const units = [
    ...head,
    `CONSTANT ${constant.name}`,
    `VARIABLES ${declared.map(({ name }) => name).join(', ')}`,
    deep.unit,
    `Test_${number}(${parameter}) == ${expression({ ...knowsParameter(within), depth: 2 }, boolean)}`,
    `Term_${number} == ${expression({ ...within, depth: 2 }, term)}`,
    `Move_${number}(${parameter}) == ${expression({ ...knowsParameter(after), depth: 2 }, boolean)}`,
    ...(isActing
      ? [`Act_${number}(${parameter}) == ${action({ ...knowsParameter(within), depth: 2 }, goal)}`]
      : []),
  ];
  const simple = leaf({ ...writer, depth: 0, known: [] }, asked, expression);
  return {
    modules: { [`I_${number}`]: moduleText(`I_${number}`, units), ...deep.modules },
    ofStates: (prefix) => [
      { text: `${prefix}Test_${number}(${expression({ ...writer, depth: 1 }, asked)})`, type: boolean },
      { text: `${prefix}Term_${number}`, type: term },
      ...deep.known.map(({ text, type }) => ({ text: `${prefix}${text}`, type })),
    ],
    ofSteps: (prefix) => [
      { text: `${prefix}Move_${number}(${simple})`, type: boolean },
      { text: `(${prefix}Term_${number})'`, type: term },
    ],
    action: { parameter: { text: `{${simple}}`, type: asked } },
    term,
  };
}

/** A module of one variable, and an instance of it, with a parameter or without. */
function deepModule(
  writer: Writer,
  number: number,
): { readonly modules: Inner['modules']; readonly unit: string; readonly known: readonly Known[] } {
  const [type, asked, held] = [writer.random.pick(scalars), writer.random.pick(scalars), someType(writer)];
  const parameter = newName(writer, 'u');
  const isParameterised = oneIn(writer, 3);
  const own = knowing({ ...writer, known: [] }, { text: 'vx', type: held }, { text: parameter, type: asked });
  const name = isParameterised ? newName(writer, 'w') : undefined;
  const instead = expression(
    { ...(name === undefined ? writer : knowing(writer, { text: name, type })), depth: 1 },
    held,
  );
  const simple = (of: Type): string => leaf({ ...writer, depth: 0, known: [] }, of, expression);
  const units = [
    ...head,
    'VARIABLE vx',
    `Deep_${number}(${parameter}) == ${expression({ ...own, depth: 2 }, boolean)}`,
  ];
  return {
    modules: { [`N_${number}`]: moduleText(`N_${number}`, units) },
    unit: `K_${number}${name === undefined ? '' : `(${name})`} == INSTANCE N_${number} WITH vx <- ${instead}`,
    known: [
      {
        text: `K_${number}${name === undefined ? '' : `(${simple(type)})`}!Deep_${number}(${simple(asked)})`,
        type: boolean,
      },
    ],
  };
}
