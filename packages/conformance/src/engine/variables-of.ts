import type { Lowered } from '@synod/compiler';

/**
 * The variables, by their places, that an operator's text mentions, in whatever it uses too: states that agree in them
 * have the same value.
 */
export function variablesOf({ operators, variables }: Lowered, name: string): readonly number[] {
  const definition = operators.get(name)?.definition();
  const found = new Set<number>();
  const seen = new Set<object>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return;
    seen.add(part);
    if ('op' in part && part.op === 'variable' && 'index' in part) found.add(part.index as number);
    for (const [field, inner] of Object.entries(part)) if (field !== 'span') visit(inner);
  };
  if (definition === undefined) return variables.map((_, i) => i);
  visit(definition);
  return [...found].toSorted((left, right) => left - right);
}
