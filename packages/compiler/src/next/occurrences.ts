import type { Application, Expression } from '../parse/syntax.js';
import { actionName } from '../resolve/scope.js';
import { isBranching } from './branching.js';
import { elsewhere, type Here } from './here.js';
import { meaningOf } from './meaning.js';
import { type Mentions, type Spot, useOf } from './mentions.js';
import { calling, print, printBounds, printDefinitions } from './print.js';

/** A way in which a formula takes an action. */
export interface Occurrence {
  /** The texts of the arguments, one for each of its parameters. */
  readonly arguments: readonly string[];
  /**
   * The formula of those of its steps that take the action in this way, on one line.
   *
   * @param condition on the arguments; nothing for none
   */
  readonly step: (condition: string | undefined) => string;
}

/** What is looked for, and where. */
export interface Search {
  /** The name of its steps, as {@link actionName} gives it. */
  readonly action: string;
  /** Whether something may have the action in it. */
  readonly has: Mentions;
  readonly isAction: Mentions;
}

/** Every way in which a formula takes an action: through disjunctions, `\E`, guards, and definitions. */
export function occurrencesIn(expression: Expression, here: Here, search: Search): readonly Occurrence[] {
  if (!isBranching(expression) || !search.has(expression, here)) return [];
  const within = (inner: Expression, place: Here, wrap: (step: string) => string): readonly Occurrence[] =>
    occurrencesIn(inner, place, search).map((found) => ({
      ...found,
      step: (condition) => wrap(found.step(condition)),
    }));
  switch (expression.type) {
    case 'apply':
      return occurrencesInCall(expression, here, search);
    case 'disjunction':
      return expression.items.flatMap((item) => occurrencesIn(item, here, search));
    case 'conjunction':
      return expression.items.flatMap((item) => {
        if (!mayEnter(item, expression.items, here, search.isAction)) return [];
        return within(item, here, (step) => {
          const texts = expression.items.map((other) => (other === item ? step : print(other, here)));
          return `(${texts.join(' /\\ ')})`;
        });
      });
    case 'exists': {
      const bounds = printBounds(expression.bounds, here);
      return within(expression.body, bounds.here, (step) => `(\\E ${bounds.text} : ${step})`);
    }
    case 'let': {
      const definitions = printDefinitions(expression.definitions, here);
      return within(expression.body, definitions.here, (step) => `(LET ${definitions.text} IN ${step})`);
    }
    case 'if': {
      const condition = print(expression.condition, here);
      return [
        ...within(expression.consequent, here, (step) => `(${condition} /\\ ${step})`),
        ...within(expression.alternative, here, (step) => `(~${condition} /\\ ${step})`),
      ];
    }
    case 'case': {
      // Of several true conditions, TLC takes the first; so does this.
      const arms = [...expression.arms, { condition: undefined, value: expression.other }];
      return arms.flatMap(({ condition, value }, index) => {
        if (value === undefined) return [];
        const before = expression.arms.slice(0, index).map((arm) => `~${print(arm.condition, here)}`);
        const own = condition === undefined ? [] : [print(condition, here)];
        return within(value, here, (step) => `(${[...before, ...own, step].join(' /\\ ')})`);
      });
    }
    case 'box':
      return occurrencesIn(expression.action, here, search);
    case 'angle': {
      const subscript = print(expression.subscript, here);
      return within(expression.action, here, (step) => `(${step} /\\ ~(UNCHANGED ${subscript}))`);
    }
  }
}

/**
 * Whether an action may be what a conjunct takes. Beside guards, it may; beside other formulas of the next state, such a
 * conjunct is rather a part of the action around it, unless this is the next-state relation itself.
 */
export function mayEnter(
  item: Expression,
  items: readonly Expression[],
  spot: Spot,
  isAction: Mentions,
): boolean {
  if (!isAction(item, spot)) return false;
  return spot.within.length === 0 || items.filter((other) => isAction(other, spot)).length === 1;
}

function occurrencesInCall(call: Application, here: Here, search: Search): readonly Occurrence[] {
  const meaning = meaningOf(call, here);
  if (meaning.type === 'entity' && meaning.entity.type === 'substituted') {
    return occurrencesIn(meaning.entity.expression, elsewhere(here, meaning.entity.scope), search);
  }
  const used = useOf(call, here);
  const definition = used?.definition;
  if (used === undefined || definition === undefined) return [];
  if (actionName(definition, used.spot.scope) === search.action && search.isAction(call, here))
    return [taken(call, here)];
  if (here.within.includes(definition)) return [];
  return occurrencesIn(
    definition.body,
    calling(call, definition, placeOfDefinition(meaning, here), here),
    search,
  );
}

function placeOfDefinition(meaning: ReturnType<typeof meaningOf>, here: Here): Here {
  if (meaning.type === 'local' && meaning.local.type === 'definition') return meaning.local.here();
  if (meaning.type === 'entity' && meaning.entity.type === 'definition') {
    return elsewhere(here, meaning.entity.scope);
  }
  return here;
}

function taken(call: Application, here: Here): Occurrence {
  const text = print(call, here);
  const given = call.arguments.map((argument) => print(argument, here));
  return {
    arguments: given,
    step: (condition) => {
      if (condition === undefined) return text;
      // An argument of the next state has a value only behind the action.
      const later = given.some((argument) => argument.includes("'"));
      return later ? `(${text} /\\ ${condition})` : `(${condition} /\\ ${text})`;
    },
  };
}
