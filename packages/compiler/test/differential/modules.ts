import { helpers } from './expressions.js';
import { modelValuesInOrder } from './generate/leaf.js';
import { type Specification, symmetries, variableNames } from './generate/specification.js';
import type { Model } from './model.js';

/** The variables, as a tuple of the module. */
const vars = `<<${variableNames.join(', ')}>>`;
const primed = `<<${variableNames.map((name) => `${name}'`).join(', ')}>>`;

/** What is in every module: all that expressions use, and the sets of permutations. */
const helperModule = [
  '---- MODULE Helpers ----',
  ...helpers,
  ...symmetries.map(([name, body]) => `${name} == ${body}`),
  '====',
].join('\n');

const constants = `CONSTANTS ${modelValuesInOrder.map((name) => `${name} = ${name}`).join(' ')}`;

function modelOf(
  root: string,
  specifications: readonly Specification[],
  own: {
    readonly variables: readonly string[];
    readonly units: readonly string[];
    readonly cfg: readonly string[];
  },
): Model {
  const text = [
    `---- MODULE ${root} ----`,
    'EXTENDS Helpers',
    // Fields are ordered as the root module has them.
    'Fields == [f1 |-> 1, f2 |-> 2]',
    `VARIABLES ${own.variables.join(', ')}`,
    ...own.units,
    '====',
  ].join('\n');
  const others = specifications.map(({ modules }) => modules);
  return {
    root,
    texts: Object.assign({ [root]: text, Helpers: helperModule }, ...others) as Model['texts'],
    cfg: [constants, ...specifications.flatMap(({ cfg }) => cfg), ...own.cfg].join('\n'),
  };
}

/** One specification as it would be written, with all that its cfg file asks for. */
export function aloneModel(specification: Specification): Model {
  const { number: n, units, symmetry, hasView, checksDeadlock } = specification;
  const property = `Property_${n} == First_${n} /\\ [][Step_${n}]_${vars}`;
  const whole = `Spec_${n} == Init_${n} /\\ [][Next_${n}]_${vars}`;
  const cfg = [
    ...(n % 2 === 0 ? [`SPECIFICATION Spec_${n}`] : [`INIT Init_${n}`, `NEXT Next_${n}`]),
    `INVARIANTS InvA_${n} InvB_${n}`,
    `CONSTRAINT Constraint_${n}`,
    `ACTION_CONSTRAINT StepConstraint_${n}`,
    `PROPERTY Property_${n}`,
    ...(hasView ? [`VIEW View_${n}`] : []),
    ...(symmetry === undefined ? [] : [`SYMMETRY ${symmetry}`]),
    `CHECK_DEADLOCK ${checksDeadlock ? 'TRUE' : 'FALSE'}`,
  ];
  const texts = [...units({ action: (body) => body, part: (text) => text }), property, whole];
  return modelOf('Specification', [specification], { variables: variableNames, units: texts, cfg });
}

/**
 * Many specifications in one module, each in states of its own, which print what they do: `B` where the initial states or
 * the successors of one are begun; `I` an initial state, and whether the property holds of it; `T` a step, whether it is one of
 * `Step`, and its action; `S` a state whose invariants are asked for, and what they are; `P` a step that the property is asked of.
 */
export function batchModel(specifications: readonly Specification[]): Model {
  const numbers = specifications.map(({ number }) => number);
  const either = (of: (number: number) => string): string =>
    numbers.map((number) => `(${of(number)})`).join(`\n  \\/ `);
  const inCase = (of: (number: number) => string): string =>
    `CASE ${numbers.map((number) => `id = ${number} -> ${of(number)}`).join('\n  [] ')}`;
  const views = new Set(specifications.filter(({ hasView }) => hasView).map(({ number }) => number));
  const symmetry = specifications[0]?.symmetry;
  const units = [
    ...specifications.flatMap(toldOf),
    `Init == ${either((n) => `id = ${n} /\\ PrintT(<<"B", ${n}>>) /\\ Init_${n} /\\ PrintT(<<"I", ${n}, ${vars}, First_${n}>>)`)}`,
    `Next == ${numbers.map((n) => `Next_${n}`).join(' \\/ ')}`,
    `Inv == ${inCase((n) => `PrintT(<<"S", ${n}, ${vars}, InvA_${n}, InvB_${n}>>)`)}`,
    `Constraint == ${inCase((n) => `Constraint_${n}`)}`,
    `StepConstraint == ${inCase((n) => `StepConstraint_${n}`)}`,
    `Property == [][${inCase((n) => `PrintT(<<"P", ${n}, ${vars}, ${primed}, [Step_${n}]_${vars}>>)`)}]_<<id, ${variableNames.join(', ')}>>`,
    `View == <<id, ${inCase((n) => (views.has(n) ? `View_${n}` : vars))}>>`,
  ];
  const cfg = [
    'INIT Init',
    'NEXT Next',
    'INVARIANT Inv',
    'CONSTRAINT Constraint',
    'ACTION_CONSTRAINT StepConstraint',
    'PROPERTY Property',
    ...(views.size > 0 ? ['VIEW View'] : []),
    ...(symmetry === undefined ? [] : [`SYMMETRY ${symmetry}`]),
  ];
  return modelOf('Batch', specifications, { variables: [...variableNames, 'id'], units, cfg });
}

/** A specification's definitions, its actions between what picks its states and what tells of its steps. */
function toldOf({ number: n, units }: Specification): readonly string[] {
  return [
    `In_${n} == id = ${n} /\\ PrintT(<<"B", ${n}>>) /\\ id' = ${n}`,
    ...units({
      part: (text) => `(id = ${n} /\\ (${text}))`,
      action: (body, action, parameters) =>
        `In_${n} /\\ ${body} /\\ PrintT(<<"T", ${n}, ${vars}, ${primed}, [Step_${n}]_${vars}, "${action}", <<${parameters.join(', ')}>>>>)`,
    }),
  ];
}

/** A specification for a person: its modules, but for what all have, and its cfg file. */
export function textOf(specification: Specification): string {
  const { Helpers: _, ...texts } = aloneModel(specification).texts;
  return [...Object.values(texts), aloneModel(specification).cfg].join('\n');
}
