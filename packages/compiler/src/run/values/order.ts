/**
 * The order of strings and of model values, which decides what CHOOSE takes and in which order successors come. TLC orders
 * them by when it first met their text: in the cfg file, then in the modules. The texts of a specification are given in that order;
 * others come behind them, in the order of their characters.
 */
export interface TextOrder {
  readonly compare: (left: string, right: string) => number;
}

export function textOrder(known: readonly string[]): TextOrder {
  const ranks = new Map<string, number>();
  for (const text of known) if (!ranks.has(text)) ranks.set(text, ranks.size);
  const rankOf = (text: string): number => ranks.get(text) ?? ranks.size;
  return {
    compare: (left, right) => rankOf(left) - rankOf(right) || (left < right ? -1 : left > right ? 1 : 0),
  };
}
