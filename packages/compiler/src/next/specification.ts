import { InputError } from '@synod/tla';
import type { Application, Expression } from '../parse/syntax.js';
import { placeOf } from '../parse/syntax.js';
import { elsewhere, type Here } from './here.js';
import { meaningOf } from './meaning.js';
import { isTemporal } from './mentions.js';
import { calling, print, printDefinitions } from './print.js';

/** The formula `Init /\ [][Next]_vars`, taken apart. */
export interface Specification {
  /** The conjuncts of Init, as texts. */
  readonly init: readonly string[];
  readonly next: Expression;
  /** Where it stands. */
  readonly here: Here;
}

/**
 * Takes a temporal formula apart as TLC does: what speaks of states is Init, `[][Next]_vars` is Next, all else, fairness
 * for one, is not about single steps.
 *
 * @throws InputError `tla-unsupported` if there is no such Next, or more than one
 */
export function takeApart(formula: Expression, top: Here): Specification {
  const temporal = isTemporal();
  const init: string[] = [];
  const nexts: { readonly next: Expression; readonly here: Here }[] = [];
  const look = (expression: Expression, here: Here): void => {
    if (!temporal(expression, here)) {
      init.push(print(expression, here));
      return;
    }
    if (expression.type === 'conjunction') {
      for (const item of expression.items) look(item, here);
    } else if (expression.type === 'let') {
      look(expression.body, printDefinitions(expression.definitions, here).here);
    } else if (expression.type === 'apply') {
      const [argument] = expression.arguments;
      if (expression.name === '[]' && argument?.type === 'box') nexts.push({ next: argument.action, here });
      else lookInto(expression, here);
    }
  };
  const lookInto = (call: Application, here: Here): void => {
    const meaning = meaningOf(call, here);
    if (meaning.type !== 'entity') return;
    const { entity } = meaning;
    if (entity.type === 'substituted') look(entity.expression, elsewhere(here, entity.scope));
    if (entity.type !== 'definition') return;
    look(entity.definition.body, calling(call, entity.definition, elsewhere(here, entity.scope), here));
  };
  look(formula, top);
  const [found, second] = nexts;
  if (found !== undefined && second === undefined) {
    return { init, next: found.next, here: { ...found.here, within: [] } };
  }
  const message = `${found === undefined ? 'there is no' : 'there is more than one'} [][Next]_vars in it, of which steps are told`;
  throw new InputError('tla-unsupported', message, placeOf(formula.span));
}
