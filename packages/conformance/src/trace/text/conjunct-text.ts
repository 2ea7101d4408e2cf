import type { Conjunct } from '../../divergence.js';

/** A conjunct, its place, and the values for which it is false, a line each. */
export function conjunctText({ text, file, line, bindings, note }: Conjunct): string {
  const bound = Object.entries(bindings ?? {}).map(([name, value]) => `\n      ${name}: ${value}`);
  return `${text}${note === undefined ? '' : `  (${note})`}  at ${file}:${line}${bound.join('')}`;
}
