import type { Application, Expression, Span, StepFormula } from '../parse/syntax.js';
import { subexpressions } from '../parse/walk.js';
import { lookUp } from '../resolve/look-up.js';
import { actionName } from '../resolve/scope.js';
import { lowerBounds } from './binding.js';
import { type Expansion, findName, lowerIn, type Meaning, type Place, topOf, withName } from './context.js';
import { delayed, letOf, withDefinitions } from './delayed.js';
import { operatorOf } from './expand.js';
import { variablesOf } from './free.js';
import type { Ir, IrDefinition } from './ir.js';

/** A conjunct of a temporal formula. */
export type TemporalPart =
  /** What speaks of a state only: of the first one. */
  | (Placed & { readonly type: 'state'; readonly expression: Expression })
  /** `[]P` */
  | (Placed & { readonly type: 'always'; readonly expression: Expression })
  /** `[][A]_v` */
  | (Placed & { readonly type: 'steps'; readonly formula: StepFormula })
  /** All else: fairness, `<>P`, `P ~> Q`. */
  | (Placed & { readonly type: 'other' });

interface Around {
  readonly place: Place;
  /** Puts what it needs of the formulas around it before an expression. */
  readonly close: (ir: Ir) => Ir;
  /** The definition that it stands in. */
  readonly within: string | undefined;
  /** Whether that is for all elements of some sets. */
  readonly quantified: boolean;
}

interface Placed extends Around {
  readonly span: Span;
  /** Lowers an expression that stands in the same place. */
  readonly lower: (expression: Expression) => Ir;
}

/** Takes a temporal formula apart into conjuncts, through definitions and instances. */
export function temporalParts(formula: Expression, top: Place): readonly TemporalPart[] {
  const parts: TemporalPart[] = [];
  const look = (expression: Expression, around: Around): void => {
    const { place, close } = around;
    const { span } = expression;
    const lower = (inner: Expression): Ir => close(lowerIn(place, inner, false));
    const placed: Placed = { ...around, span, lower };
    const closing = (used: IrDefinition[]): Around['close'] => {
      return (ir) => close(letOf([...used], ir, span));
    };
    if (!isTemporal(expression, place)) {
      parts.push({ ...placed, type: 'state', expression });
      return;
    }
    if (expression.type === 'conjunction') {
      for (const item of expression.items) look(item, around);
      return;
    }
    if (expression.type === 'let') {
      const used: IrDefinition[] = [];
      look(expression.body, {
        ...around,
        place: withDefinitions(expression.definitions, place, used),
        close: closing(used),
      });
      return;
    }
    if (expression.type === 'all') {
      const { bounds, inner } = lowerBounds(expression.bounds, place, false);
      if (bounds.every(({ set }) => isConstant(set))) {
        const all = (body: Ir): Ir => close({ op: 'forall', bounds, body, span });
        look(expression.body, { ...around, place: inner, close: all, quantified: true });
        return;
      }
    }
    if (expression.type !== 'apply') {
      parts.push({ ...placed, type: 'other' });
      return;
    }
    const [argument] = expression.arguments;
    if (expression.name === '[]' && argument !== undefined) {
      if (argument.type === 'box') parts.push({ ...placed, type: 'steps', formula: argument });
      else if (!isTemporal(argument, place)) parts.push({ ...placed, type: 'always', expression: argument });
      else parts.push({ ...placed, type: 'other' });
      return;
    }
    const used: IrDefinition[] = [];
    const inside = enter(expression, place, used);
    if (inside === undefined) parts.push({ ...placed, type: 'other' });
    else {
      const within = inside.name ?? around.within;
      look(inside.body, { ...around, place: inside.place, close: closing(used), within });
    }
  };
  look(formula, { place: top, close: (ir) => ir, within: undefined, quantified: false });
  return parts;
}

function isConstant(set: Ir): boolean {
  const { unprimed, primed } = variablesOf(set);
  return unprimed.size + primed.size === 0;
}

interface Inside {
  readonly body: Expression;
  readonly place: Place;
  readonly name: string | undefined;
}

/** The body of what is applied, where it stands, with its parameters. */
function enter(expression: Application, place: Place, used: IrDefinition[]): Inside | undefined {
  const meaning = expression.path.length === 0 ? findName(place, expression.name) : undefined;
  if (meaning !== undefined && meaning.type !== 'delayed') return undefined;
  const entity = meaning === undefined ? lookUp(expression, place.scope) : undefined;
  const definition = entity?.type === 'definition' ? entity.definition : meaning?.definition;
  if (definition !== undefined) {
    let there = entity?.type === 'definition' ? topOf(place.context, entity.scope) : meaning?.place();
    const isWithin = place.within.some((expansion) => expansion.definition === definition);
    if (there === undefined || isWithin) return undefined;
    const expansion: Expansion = { definition, operators: [], primed: false, special: undefined };
    there = { ...there, within: [...place.within, expansion] };
    definition.parameters.forEach(({ name, arity }, index) => {
      const operand = expression.arguments[index];
      if (operand === undefined || there === undefined) return;
      const value: Meaning =
        arity > 0
          ? { type: 'operator', operator: operatorOf(operand, arity, place) }
          : delayed(name, operand, place, used);
      there = withName(there, name, value);
    });
    return { body: definition.body, place: there, name: actionName(definition, there.scope) };
  }
  if (meaning !== undefined) return { body: meaning.expression, place: meaning.place(), name: undefined };
  if (entity?.type !== 'substituted') return undefined;
  return { body: entity.expression, place: topOf(place.context, entity.scope), name: undefined };
}

const operators = new Set(['[]', '<>', '~>', '-+->']);

/** Whether a formula speaks of whole behaviours. */
function isTemporal(expression: Expression, place: Place): boolean {
  const seen = new Set<Expression>();
  const look = (inner: Expression, here: Place): boolean => {
    if (inner.type === 'opaque') return !inner.construct.includes('without a set');
    if (inner.type === 'apply' && operators.has(inner.name)) return true;
    if (inner.type === 'let') return look(inner.body, withDefinitions(inner.definitions, here, []));
    if (subexpressions(inner).some((part) => look(part, here))) return true;
    if (inner.type !== 'apply') return false;
    const inside = enter(inner, here, []);
    if (inside === undefined || seen.has(inside.body)) return false;
    seen.add(inside.body);
    return look(inside.body, inside.place);
  };
  return look(expression, place);
}
