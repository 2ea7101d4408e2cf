import { InputError, type Place } from '@synod/tla';
import { type Application, type Definition, type Expression, type Span } from '../parse/syntax.js';
import { link } from '../resolve/link.js';
import type { Modules } from '../resolve/load.js';
import { actionName, unknownName } from '../resolve/scope.js';
import { actionsIn } from './actions.js';
import { elsewhere, type Here, topOf } from './here.js';
import { meaningOf } from './meaning.js';
import { isAction, isTemporal, type Mentions, mentions, useOf } from './mentions.js';
import { type Occurrence, occurrencesIn } from './occurrences.js';
import { outsideOf } from './outside.js';
import { print } from './print.js';
import { type Specification, takeApart } from './specification.js';

/** Which formulas say how a module moves, by name, as a cfg file does. `Init` and `Next` if there is none. */
export interface SpecificationNames {
  readonly specification?: string | undefined;
  readonly init?: string | undefined;
  readonly next?: string | undefined;
  /** Where the cfg file has each name, for messages. */
  readonly places?: ReadonlyMap<string, Place> | undefined;
}

/** The parts of a specification as texts for a module that extends its root. */
export interface StepFormulas {
  /** The variables of the root, in the order of their declaration. */
  readonly variables: readonly string[];
  /** Its constants, operators among them left out. */
  readonly constants: readonly string[];
  readonly init: string;
  readonly next: string;
  /** The parameters of each action that Next is made of, and of Next, which may be taken for one. */
  readonly actions: ReadonlyMap<string, readonly string[]>;
  /**
   * The operators without parameters that say something of a state, by the names that reach them, `V!chosen` for one of an
   * instance; the nearest first.
   */
  readonly operators: readonly string[];
  /**
   * The ways in which Next takes an action; nothing if it is none of `actions`.
   *
   * @throws InputError `tla-unsupported` if it cannot be taken out of Next
   */
  occurrences(action: string): readonly Occurrence[] | undefined;
}

/**
 * Takes a specification apart: Init, Next, and the actions that Next is made of.
 *
 * @param modules what {@link loadModules} gave
 * @param taken names that nothing in the texts may introduce, besides those of the root
 * @throws InputError `tla-unknown-name`, `tla-unsupported`, and what is wrong with the modules' names
 */
export function stepFormulas(
  modules: Modules,
  root: string,
  names: SpecificationNames = {},
  taken: Iterable<string> = [],
): StepFormulas {
  const { scope, variables, constants } = link(modules, root);
  const top = topOf(outsideOf(scope, taken));
  const { init, next, here } = specificationOf(names, top);
  const text = print(next, here);
  const changes = isAction();
  const [body, inside] = bodyOf(next, here);
  const actions = [...actionsIn(body, inside, changes)].map(
    ([name, definition]) => [name, formalsOf(definition)] as const,
  );
  const isNamed = next.type === 'apply' && next.arguments.length === 0;
  const whole = isNamed ? nameOf(next, here) : undefined;
  return {
    variables,
    constants: constants.filter(({ arity }) => arity === 0).map(({ name }) => name),
    init: init.length === 0 ? 'TRUE' : init.join(' /\\ '),
    next: text,
    actions: new Map([...actions, ...(whole === undefined ? [] : [[whole, []] as const])]),
    operators: operatorsOf(top, changes),
    occurrences: (action) => {
      if (whole === action) return [{ arguments: [], step: () => text }];
      if (!actions.some(([name]) => name === action)) return undefined;
      const has = mentions((expression) => expression.type === 'apply' && action.endsWith(expression.name));
      return occurrencesIn(body, inside, { action, has, isAction: changes });
    },
  };
}

/**
 * The actions that Next is made of, and Next itself, with the names of their parameters.
 *
 * @param names as for {@link stepFormulas}
 * @throws InputError as {@link stepFormulas}
 */
export function actionFormals(
  modules: Modules,
  root: string,
  names: SpecificationNames = {},
): ReadonlyMap<string, readonly string[]> {
  return stepFormulas(modules, root, names).actions;
}

function formalsOf({ parameters }: Definition): readonly string[] {
  return parameters.map(({ name }) => name);
}

/** What the names stand for. Where there are none, a module without Next may still have a Spec. */
function specificationOf(
  { specification, init, next, places }: SpecificationNames,
  top: Here,
): Specification {
  const { names, module } = top.outside.root;
  const bare = specification === undefined && init === undefined && next === undefined;
  const whole = specification ?? (bare && !names.has('Next') && names.has('Spec') ? 'Spec' : undefined);
  const span = { file: module.file, line: 1, column: 1, endLine: 1, endColumn: 1, text: '' };
  if (whole !== undefined) return takeApart(...bodyOf(named(whole, span, top, places), top));
  return {
    init: [print(named(init ?? 'Init', span, top, places), top)],
    next: named(next ?? 'Next', span, top, places),
    here: top,
  };
}

function named(
  name: string,
  span: Span,
  { outside }: Here,
  places?: SpecificationNames['places'],
): Application {
  if (outside.root.names.get(name)?.type === 'definition') return callOf(name, span);
  const place = places?.get(name);
  if (place === undefined) throw unknownName(name, span);
  throw new InputError(
    'cfg',
    `the cfg names ${name}, which module ${outside.root.module.name} does not define`,
    place,
  );
}

/** What the steps of an action are called that are nobody else's. */
function nameOf(call: Application, here: Here): string {
  const used = useOf(call, here);
  return used?.definition === undefined ? call.name : actionName(used.definition, used.spot.scope);
}

function callOf(name: string, span: Span): Application {
  const steps = name.split('!');
  const last = steps.pop() ?? name;
  return {
    type: 'apply',
    form: 'name',
    path: steps,
    name: last,
    arguments: [],
    span: { ...span, text: name },
  };
}

/** The formula that a name without arguments stands for, and its place; other formulas stand for themselves. */
function bodyOf(expression: Expression, here: Here): readonly [Expression, Here] {
  if (expression.type !== 'apply' || expression.arguments.length > 0) return [expression, here];
  const meaning = meaningOf(expression, here);
  if (meaning.type !== 'entity' || meaning.entity.type !== 'definition') return [expression, here];
  return [meaning.entity.definition.body, elsewhere(here, meaning.entity.scope)];
}

function operatorsOf({ outside, ...top }: Here, changes: Mentions): readonly string[] {
  const temporal = isTemporal();
  return [...outside.names].flatMap(([entity, name]) => {
    if (entity.type !== 'definition' || entity.definition.parameters.length > 0) return [];
    const { body } = entity.definition;
    const there = { ...top, scope: entity.scope };
    return changes(body, there) || temporal(body, there) ? [] : [name];
  });
}
