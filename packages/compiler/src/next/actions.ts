import type { Definition, Expression } from '../parse/syntax.js';
import { actionName } from '../resolve/scope.js';
import { isBranching } from './branching.js';
import { type Mentions, type Spot, useOf } from './mentions.js';
import { mayEnter } from './occurrences.js';

/** The actions that a next-state relation is made of, by the names that their steps have, in the order of the text. */
export function actionsIn(next: Expression, top: Spot, isAction: Mentions): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  const look = (expression: Expression, spot: Spot): void => {
    if (!isBranching(expression) || !isAction(expression, spot)) return;
    switch (expression.type) {
      case 'apply': {
        const used = useOf(expression, spot);
        if (used === undefined) return;
        const { definition } = used;
        if (definition === undefined) return look(used.body, used.spot);
        const name = actionName(definition, used.spot.scope);
        if (!found.has(name)) found.set(name, definition);
        if (spot.within.includes(definition)) return;
        return look(used.body, { ...used.spot, within: [...spot.within, definition] });
      }
      case 'disjunction':
        return expression.items.forEach((item) => look(item, spot));
      case 'conjunction':
        return expression.items
          .filter((item) => mayEnter(item, expression.items, spot, isAction))
          .forEach((item) => look(item, spot));
      case 'exists':
        return look(expression.body, spot);
      case 'let': {
        const locals = new Map(spot.locals);
        for (const definition of expression.definitions)
          locals.set(definition.name, { type: 'definition', definition });
        return look(expression.body, { ...spot, locals });
      }
      case 'if':
        look(expression.consequent, spot);
        return look(expression.alternative, spot);
      case 'case':
        expression.arms.forEach(({ value }) => look(value, spot));
        return expression.other === undefined ? undefined : look(expression.other, spot);
      case 'box':
      case 'angle':
        return look(expression.action, spot);
    }
  };
  look(next, top);
  return found;
}
