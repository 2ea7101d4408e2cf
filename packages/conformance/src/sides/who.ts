import type { Side, Sides } from '../divergence.js';

/** Sides as bits. */
export const bitOf: { readonly [side in Side]: number } = { expected: 1, actual: 2, compiled: 4 };

const order: readonly Side[] = ['expected', 'compiled', 'actual'];

/** The sides whose bits are set. */
function sidesOf(bits: number): readonly Side[] {
  return order.filter((side) => (bits & bitOf[side]) !== 0);
}

/** The side that is asked first. */
export function firstOf(bits: number): Side {
  return (bits & 1) !== 0 ? 'expected' : (bits & 2) !== 0 ? 'actual' : 'compiled';
}

/** What is said of who has something: nothing where only two were asked. */
export function told(has: number, asked: number): { readonly onlyIn: Side; readonly sides?: Sides } {
  const onlyIn = firstOf(has);
  if ((asked & bitOf.compiled) === 0) return { onlyIn };
  return { onlyIn, sides: { has: sidesOf(has), lacks: sidesOf(asked & ~has) } };
}
