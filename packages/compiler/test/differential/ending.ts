import { key, type TlaValue } from '@synod/tla';
import type { Specification } from './generate/specification.js';

/** A line that a specification in a batch prints. */
export interface Line {
  readonly kind: 'I' | 'T' | 'S' | 'P';
  readonly values: readonly TlaValue[];
}

interface Found {
  readonly kept: readonly string[];
  readonly levels: ReadonlyMap<string, number>;
}

/**
 * How TLC would have ended with a specification alone, from what it printed on the way, where nothing stopped it: the first
 * invariant or property that is FALSE, or state without a step.
 */
export function endingOf(
  { checksDeadlock }: Pick<Specification, 'checksDeadlock'>,
  lines: readonly Line[],
  { kept, levels }: Found,
): string {
  const text = (line: Line): string => key(line.values[0] as TlaValue);
  const wrong = firstWrong(lines);
  // An initial state has no line of a step behind it.
  const source = wrong?.source === undefined ? undefined : text(wrong.source);
  const at = wrong === undefined ? Infinity : source === undefined ? -1 : kept.indexOf(source);
  if (checksDeadlock) {
    const moving = new Set(lines.flatMap((line) => (line.kind === 'T' ? [text(line)] : [])));
    const stuck = kept.findIndex((state) => !moving.has(state));
    if (stuck >= 0 && stuck < at) return `deadlock, ${levels.get(kept[stuck] as string)} states`;
  }
  if (wrong === undefined) return 'complete';
  return `${wrong.what}, ${source === undefined ? 1 : (levels.get(source) ?? Number.NaN) + 1} states`;
}

/** What is FALSE first; and the line of the step that leads there, unless it is an initial state. */
function firstWrong(
  lines: readonly Line[],
): { readonly what: string; readonly source: Line | undefined } | undefined {
  for (const [index, { kind, values }] of lines.entries()) {
    const initial = kind === 'S' && lines[index - 1]?.kind === 'I' ? lines[index - 1] : undefined;
    if (kind === 'S') {
      const name = values[1] === false ? 'InvA' : values[2] === false ? 'InvB' : undefined;
      const source = initial === undefined ? lines[index + 1] : undefined;
      if (name !== undefined) return { what: `invariant ${name}`, source };
    }
    if (initial?.values[1] === false) return { what: 'property', source: undefined };
    if (kind === 'P' && values[2] === false) return { what: 'property', source: lines[index] };
  }
  return undefined;
}
