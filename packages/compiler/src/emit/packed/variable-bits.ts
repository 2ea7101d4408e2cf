import type { DomainData } from './program.js';

/** For each variable, the bits of a state's words in which its value stands; some may be another variable's too. */
export function variableBits(domains: readonly DomainData[], words: number): readonly Int32Array[] {
  return domains.map((domain) => {
    const bits = new Int32Array(words);
    const mark = (part: DomainData): void => {
      if (part.kind === 'parts') return part.items.forEach(mark);
      const places =
        part.kind === 'leaf' ? [part] : part.elements.map((element) => ({ ...element, bits: 1 }));
      for (const { word, shift, bits: count } of places)
        bits[word] = (bits[word] as number) | ((2 ** count - 1) << shift);
    };
    mark(domain);
    return bits;
  });
}
