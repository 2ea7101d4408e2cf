import { InputError } from '@synod/tla';
import { unsupportedAt } from '../parse/node.js';
import { type Application, type Expression, placeOf } from '../parse/syntax.js';
import { lookUp } from '../resolve/look-up.js';
import { actionName } from '../resolve/scope.js';
import { findName, type Place } from './context.js';
import type { Ir } from './ir.js';
import { temporalParts } from './temporal.js';

/** The parts of a formula such as `Init /\ [][Next]_vars /\ WF_vars(Next)`. */
export interface Specification {
  readonly init: Ir;
  readonly next: Ir;
  /** The name of steps that no action gives a name to. */
  readonly nextName: string;
  readonly ignored: readonly string[];
}

/**
 * Takes a specification apart as TLC does.
 *
 * @throws InputError `tla-unsupported` if there is no `[][Next]_vars` in it, or more than one
 */
export function lowerSpecification(name: string, formula: Expression, top: Place): Specification {
  const init: Ir[] = [];
  const nexts: { readonly next: Ir; readonly nextName: string }[] = [];
  const ignored: string[] = [];
  for (const part of temporalParts(formula, top)) {
    const { span } = part;
    switch (part.type) {
      case 'state':
        init.push(part.lower(part.expression));
        break;
      case 'steps': {
        const { action } = part.formula;
        if (part.quantified) throw unsupportedAt('a next-state relation within \\A', span);
        const isNamed = action.type === 'apply' && action.form === 'name' && action.arguments.length === 0;
        nexts.push({
          next: part.lower(action),
          nextName: isNamed ? nameOf(action, part.place) : (part.within ?? name),
        });
        break;
      }
      case 'always':
        throw new InputError(
          'tla-unsupported',
          `\`${span.text}\` as a part of the specification ${name} is not supported: make it a PROPERTY or a CONSTRAINT`,
          placeOf(span),
        );
      case 'other':
      default:
        ignored.push(`\`${span.text.replaceAll(/\s+/g, ' ')}\` of ${name} is fairness, or liveness`);
    }
  }
  const [found, second] = nexts;
  if (found === undefined || second !== undefined) {
    const count = found === undefined ? 'there is no' : 'there is more than one';
    const message = `${count} [][Next]_vars in ${name}, of which steps are told`;
    throw new InputError('tla-unsupported', message, placeOf(formula.span));
  }
  return { init: { op: 'and', items: init, span: formula.span }, ...found, ignored };
}

function nameOf(action: Application, place: Place): string {
  const isLocal = action.path.length === 0 && findName(place, action.name) !== undefined;
  const entity = isLocal ? undefined : lookUp(action, place.scope);
  return entity?.type === 'definition' ? actionName(entity.definition, entity.scope) : action.name;
}
