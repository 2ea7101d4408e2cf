import { InputError } from '@synod/tla';
import type { Ir, IrDefinition } from '../../lower/ir.js';
import type { Lowered, Named } from '../../lower/lowered.js';
import type { Plan, PlanLabel } from '../../lower/plan.js';
import { placeOf } from '../../parse/syntax.js';
import type { Program } from '../../run/engine.js';
import type { ValuesData } from '../../run/values/program.js';
import { emitDefinition } from './definitions.js';
import { emitTruth, emitValue } from './expression.js';
import { format } from './format.js';
import { createGenerator, type Generator, type Lines } from './generator.js';
import { emitPlan, type PlanContext } from './plan.js';

export interface EmitOptions {
  /** Whether steps are labelled with their action and its parameters. */
  readonly labels: boolean;
}

/**
 * A specification as JavaScript over hash-consed values: plans become nested loops, definitions functions. What runs it is
 * `loadValues`.
 *
 * @throws InputError if it needs what is not supported
 */
export function emitValues(lowered: Lowered, options: EmitOptions): Program {
  const texts = lowered.texts ?? [];
  const generator: Generator = createGenerator(
    texts,
    {
      value: (ir: Ir, out: Lines) => emitValue(generator, ir, out),
      truth: (ir: Ir, out: Lines) => emitTruth(generator, ir, out),
    },
    (definition, name) => emitDefinition(generator, definition, name),
  );
  const main = emitMain(generator, lowered, options);
  const { spans, constants, uses, top } = generator.result();
  const data: ValuesData = {
    name: lowered.name,
    variables: lowered.variables,
    actions: lowered.actions.map(({ name, formals }) => ({ name, formals: [...formals] })),
    texts,
    spans,
    recursions: Array.from(generator.recursions, ([name, span]) => [name, placeOf(span)]),
    constants,
    checkDeadlock: lowered.checkDeadlock,
    named: namesOf(lowered),
    operators: main.operators,
  };
  const variables = lowered.variables.flatMap((_, index) => [`x${index}`, `p${index}`]);
  const code = format([
    `// ${lowered.name}: its variables are ${lowered.variables.map((name, index) => `x${index} ${name}`).join(', ')}; p0 is x0'.`,
    ...(uses.length === 0 ? [] : [`const { ${uses.join(', ')} } = R;`]),
    ...numbered('S', spans.length),
    ...numbered('K', constants.length),
    ...(variables.length === 0 ? [] : [`var ${variables.join(', ')};`]),
    ...top,
    ...main.lines,
  ]);
  return { tier: 'values', code, data };
}

/** The elements of an array, each with a name. */
function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `var ${name}${index} = ${name}[${index}];`);
}

function namesIn(list: readonly Named[]): string[] {
  return list.map(({ name }) => name);
}

function namesOf(lowered: Lowered): ValuesData['named'] {
  return {
    invariants: namesIn(lowered.invariants),
    constraints: namesIn(lowered.constraints),
    actionConstraints: namesIn(lowered.actionConstraints),
    assumptions: namesIn(lowered.assumptions),
    properties: lowered.properties.map(({ name }) => name),
  };
}

/** The functions that the engine calls. */
function emitMain(
  g: Generator,
  lowered: Lowered,
  { labels }: EmitOptions,
): { readonly lines: Lines; readonly operators: ValuesData['operators'] } {
  const lines: Lines = ['return {', ...emitAccess(lowered.variables.length)];
  const label = labels ? labeller(g, lowered) : (): string => '-1';
  lines.push(
    ...planFunction(g, 'init', lowered.init, {
      prefix: 'x',
      variables: lowered.variables,
      label: () => '-1',
    }),
  );
  if (lowered.next !== undefined) {
    lines.push(
      ...planFunction(g, 'next', lowered.next, { prefix: 'p', variables: lowered.variables, label }),
    );
  }
  const predicates = (name: string, list: readonly Named[]): Lines => [
    `${name}: [`,
    ...list.flatMap(({ body }) => [...predicate(g, body), ',']),
    '],',
  ];
  lines.push(
    ...predicates('invariants', lowered.invariants),
    ...predicates('constraints', lowered.constraints),
  );
  lines.push(
    ...predicates('actionConstraints', lowered.actionConstraints),
    ...predicates('assumptions', lowered.assumptions),
  );
  lines.push('properties: [');
  for (const { initial, always, steps } of lowered.properties) {
    const all = (irs: readonly Ir[]): Lines => irs.flatMap((ir) => [...predicate(g, ir), ',']);
    lines.push('{', 'initial: [', ...all(initial), '],', 'always: [', ...all(always), '],', 'steps: [');
    for (const { action, unchanged } of steps) {
      lines.push(
        '{',
        'action:',
        ...predicate(g, action),
        ',',
        'unchanged:',
        ...predicate(g, unchanged),
        '},',
      );
    }
    lines.push('],', '},');
  }
  lines.push('],');
  if (lowered.view !== undefined) lines.push('view:', ...valueFunction(g, lowered.view.body), ',');
  if (lowered.symmetry !== undefined)
    lines.push('symmetry:', ...valueFunction(g, lowered.symmetry.value), ',');
  const operators = emitOperators(g, lowered, lines);
  lines.push('};');
  return { lines, operators };
}

/** How a state is read: its values become the variables. */
function emitAccess(count: number): Lines {
  const each = (text: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => text(index)).join(' ');
  return [
    `load(states, at, value) { ${each((i) => `x${i} = value(states[at + ${i}]);`)} },`,
    `loadNext(states, at, value) { ${each((i) => `p${i} = value(states[at + ${i}]);`)} },`,
    `save() { return [${each((i) => `x${i}, p${i},`)}]; },`,
    `restore(saved) { ${each((i) => `x${i} = saved[${2 * i}]; p${i} = saved[${2 * i + 1}];`)} },`,
  ];
}

function planFunction(
  g: Generator,
  name: string,
  plan: Plan,
  context: Omit<PlanContext, 'g' | 'targets'>,
): Lines {
  const body: Lines = [];
  g.assigning = true;
  g.lifted = false;
  g.inInit = name === 'init';
  emitPlan({ ...context, g, targets: new Map() }, plan, body);
  g.assigning = false;
  g.lifted = true;
  g.inInit = false;
  const clear = context.variables.map((_, index) => `${context.prefix}${index} = undefined;`);
  return [`${name}(emit) {`, ...clear, ...body, '},'];
}

/** A label's number is asked of the engine, with its parameters. */
function labeller(g: Generator, { actions }: Lowered): (label: PlanLabel | undefined, out: Lines) => string {
  const numbers = new Map(actions.map(({ name }, index) => [name, index]));
  return (label, out) => {
    if (label === undefined) return '-1';
    const number = numbers.get(label.action);
    if (number === undefined) throw new Error(`${label.action} is not among the actions`);
    const values = label.parameters.map((parameter) => g.value(parameter, out));
    return `${g.use('labelOf')}(${[number, `[${values.join(', ')}]`].join(', ')})`;
  };
}

function predicate(g: Generator, ir: Ir): Lines {
  const body: Lines = [];
  const text = g.truth(ir, body);
  return ['() => {', ...body, `return ${text};`, '}'];
}

function valueFunction(g: Generator, ir: Ir): Lines {
  const body: Lines = [];
  const text = g.value(ir, body);
  return ['() => {', ...body, `return ${text};`, '}'];
}

/** The operators that can be asked for by name: those that are supported. */
function emitOperators(g: Generator, { operators }: Lowered, lines: Lines): ValuesData['operators'] {
  const names: { name: string; formals: string[] }[] = [];
  lines.push('operators: [');
  for (const { name, formals, definition } of operators.values()) {
    const lowered = lowerOrNot(definition);
    if (lowered === undefined) continue;
    lines.push(`${g.definition(lowered)},`);
    names.push({ name, formals: [...formals] });
  }
  lines.push('],');
  return names;
}

function lowerOrNot(definition: () => IrDefinition): IrDefinition | undefined {
  try {
    return definition();
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
