/** Texts by number, from 1; each once. */
export interface Table {
  readonly texts: readonly string[];
  /** The number of a text, which is a new one or not. */
  readonly number: (text: string) => number;
}

export function table(): Table {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  return {
    texts,
    number: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const given = texts.push(text);
      numbers.set(text, given);
      return given;
    },
  };
}

/** An expression that is the text with the number that a parameter has, found in a few comparisons. */
export function choice(
  { texts }: Table,
  parameter: string,
  less: (one: string, other: string) => string,
  none: string,
): string {
  const among = (from: number, to: number): string => {
    if (to - from === 1) return texts[from] as string;
    const middle = (from + to) >>> 1;
    return `(IF ${less(parameter, String(middle + 1))} THEN ${among(from, middle)} ELSE ${among(middle, to)})`;
  };
  return texts.length === 0 ? none : among(0, texts.length);
}

/** `<<a, b>>`, one element a line if they are many. */
export function tupleText(elements: readonly (string | number)[]): string {
  return `<<${elements.join(', ')}>>`;
}
