import type { Expression } from '../parse/syntax.js';
import type { Place } from './context.js';
import type { Ir } from './ir.js';
import type { Property } from './lowered.js';
import { unchanged } from './special.js';
import { type TemporalPart, temporalParts } from './temporal.js';

/** A property, and what of it cannot be held to states and steps: a sentence each. */
export function lowerProperty(
  name: string,
  formula: Expression,
  top: Place,
): { readonly property: Property; readonly ignored: readonly string[] } {
  const parts = temporalParts(formula, top);
  const of = <Type extends TemporalPart['type']>(type: Type): Extract<TemporalPart, { type: Type }>[] =>
    parts.filter((part): part is Extract<TemporalPart, { type: Type }> => part.type === type);
  const property: Property = {
    name,
    span: formula.span,
    initial: of('state').map(lowerPart),
    always: of('always').map(lowerPart),
    steps: of('steps').map(lowerStep),
  };
  const ignored = of('other').map(
    ({ span }) =>
      `of the property ${name}, \`${oneLine(span.text)}\` (${span.file}, line ${span.line}) says more than can be seen in single steps`,
  );
  return { property, ignored };
}

function lowerPart({ lower, expression }: Extract<TemporalPart, { type: 'state' | 'always' }>): Ir {
  return lower(expression);
}

function lowerStep({
  formula,
  place,
  lower,
  close,
  quantified,
}: Extract<TemporalPart, { type: 'steps' }>): Property['steps'][number] {
  const { action, subscript, span } = formula;
  // What is unchanged may be another thing for each element.
  if (quantified) return { action: lower(formula), unchanged: { op: 'constant', value: false, span }, span };
  return { action: lower(action), unchanged: close(unchanged(subscript, place, subscript.span)), span };
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
