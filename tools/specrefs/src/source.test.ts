import { describe, expect, it } from 'vitest';
import { readSource } from './source.js';

const text = `import { x } from 'y'; // not in anything
/** One. @spec M!f */
export function* f<T>(k: K, { a }: { a: string }, b = 2): Iterable<T> { // opens
  // on its own
  const url = 'http://' + \`//\${'//'} \`; /* // in a block */ // trails
  for (const m of k) yield m as T;
} // closes

/**
 * Several lines.
 *
 * @spec M!g
 */
export const g = (s: S): boolean => s.ok; // g's own

/** @spec M!T */
export type T = U & {
  /** @spec M!field */
  readonly field: string;
};
export { h, i as j } from './h.js';
export type { K } from './k.js';
`;

describe('a source', () => {
  const { declarations, tags, passedOn } = readSource(text, 'f.ts');
  const trailing = (name: string): readonly string[] =>
    declarations.find((declaration) => declaration.name === name)?.trailing.map((comment) => comment.text) ??
    [];

  it('has the functions, types and fields that it exports', () => {
    expect(declarations.map(({ kind, name, line }) => [kind, name, line])).toEqual([
      ['function', 'f', 3],
      ['function', 'g', 14],
      ['type', 'T', 17],
      ['field', 'field', 19],
    ]);
    expect(declarations[0]?.parameters).toEqual(['k', '…', 'b']);
  });

  it('has trailing comments, and neither strings nor other comments', () => {
    expect(trailing('f')).toEqual([' opens', ' trails', ' closes']);
    expect(trailing('g')).toEqual([" g's own"]);
  });

  it('has references, each with what it documents', () => {
    expect(tags.map(({ reference, line, declaration }) => [reference, line, declaration?.name])).toEqual([
      ['M!f', 2, 'f'],
      ['M!g', 12, 'g'],
      ['M!T', 16, 'T'],
      ['M!field', 18, 'field'],
    ]);
  });

  it('passes names on', () => {
    expect(passedOn).toEqual(['h', 'j', 'K']);
  });

  it('that is no TypeScript is refused, with the line', () => {
    expect(() => readSource('const a = 1;\nexport function (', 'bad.ts')).toThrow(
      expect.objectContaining({ code: 'typescript-syntax', place: { file: 'bad.ts', line: 2 } }),
    );
  });
});
