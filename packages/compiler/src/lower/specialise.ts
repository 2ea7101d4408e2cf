import { InputError } from '@synod/tla';
import { type Definition, type Expression, placeOf, type Span } from '../parse/syntax.js';
import {
  type Expansion,
  lowerIn,
  newDefinition,
  newLocal,
  type Place,
  type Use,
  withName,
} from './context.js';
import { PrimedParameter } from './define.js';
import type { Ir } from './ir.js';

/** Thrown where a definition that is being expanded uses itself with the same operators: it has to be a definition then. */
export class RecursiveExpansion {
  readonly of: Expansion;

  constructor(of: Expansion) {
    this.of = of;
  }
}

/** A use of a definition within its own expansion. */
export function recursiveUse(expansion: Expansion, { operands, here, span, primed }: Use): Ir {
  const { special, operators } = expansion;
  if (special === undefined) throw new RecursiveExpansion(expansion);
  const given = valuesOf(operators, operands).map((operand) => lowerIn(here, operand, primed));
  return { op: 'call', definition: special, arguments: given, span };
}

function valuesOf<Item>(operators: Expansion['operators'], items: readonly Item[]): readonly Item[] {
  return items.filter((_, index) => operators[index] === undefined);
}

/** A recursive definition for some operators, `Fold` for `+`, in a LET where it is used. */
export function specialise(use: Use, expansion: Expansion): Ir {
  const { definition, there, operands, here, span, primed } = use;
  const { operators } = expansion;
  const { context } = here;
  const names = valuesOf(operators, definition.parameters).map(({ name }) => name);
  const locals = names.map((name) => newLocal(context, name));
  const special = newDefinition(context, primed ? `${definition.name}'` : definition.name, locals, span);
  let place: Place = { ...there, within: [...here.within, { ...expansion, special }] };
  definition.parameters.forEach(({ name }, index) => {
    const operator = operators[index];
    if (operator !== undefined) place = withName(place, name, { type: 'operator', operator });
  });
  for (const local of locals) {
    context.parameters.add(local);
    place = withName(place, local.name, { type: 'parameter', local, primed, of: definition });
  }
  try {
    special.body = lowerIn(place, definition.body, primed);
  } catch (error) {
    if (error instanceof PrimedParameter && error.of === definition) throw recursion(definition, span);
    throw error;
  }
  const given = valuesOf(operators, operands).map(
    (operand: Expression): Ir => lowerIn(here, operand, primed),
  );
  const body: Ir = { op: 'call', definition: special, arguments: given, span };
  return { op: 'let', definitions: [special], body, span };
}

export function recursion({ name }: Definition, span: Span): InputError {
  return new InputError(
    'tla-unsupported',
    `\`${name}\`, a recursive operator that primes a parameter or goes on with other operators, is not supported`,
    placeOf(span),
  );
}
