import { GraphBuilder } from '@synod/spec';
import { modelValue, set, type TlaValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { constants, counter } from '../../test/counter.js';
import { graphSpace } from '../trace/graph-space.js';
import { modelOf } from './model-of.js';
import { vocabularyText } from './vocabulary-text.js';

/** The text of a graph with steps of one action with these parameters. */
function text(
  action: string,
  parameters: readonly (readonly TlaValue[])[],
  formals?: readonly string[],
): string {
  const builder = new GraphBuilder('M', ["a'b", 'n']);
  const state = builder.state([0, 0]);
  builder.initial(state);
  for (const one of parameters) builder.step(state, builder.label(action, one), state);
  const graph = builder.build();
  const named = formals === undefined ? {} : { formals: new Map([[action, formals]]) };
  const space = graphSpace(graph, { parameters: true, ...named });
  return vocabularyText({ space, graph: () => graph }, 'M');
}

describe('the vocabulary of a model', () => {
  it('has the literal values of parameters', () => {
    expect(vocabularyText(modelOf(counter(), constants), 'Counter')).toBe(
      `export interface Counter {
  readonly actions: {
    readonly Add: { readonly by: 1 | 2 };
  };
  readonly variables: 'n';
}
`,
    );
  });

  it('has model values as strings, and whatever is a string as one', () => {
    const both = text(
      'A',
      [
        [modelValue('p1'), "it's"],
        [modelValue('p2'), 'a"\n\\'],
      ],
      ['p', 'q'],
    );
    expect(both).toContain(`readonly p: 'p1' | 'p2'; readonly q: 'a"\\n\\\\' | 'it\\'s'`);
    expect(both).toContain(`readonly variables: 'a\\'b' | 'n';`);
  });

  it('has the types of values that are many', () => {
    const many = (count: number): string =>
      text(
        'A',
        Array.from({ length: count }, (_, i) => [i, `s${i}`, i % 2 === 0]),
        ['a', 'b', 'c'],
      );
    expect(many(20)).toContain(' | 18 | 19; ');
    expect(many(21)).toContain('readonly a: number; readonly b: string; readonly c: false | true');
  });

  it('has Json for sets, and says where it is from', () => {
    const sets = text('A', [[set([1])], [2]], ['Q']);
    expect(sets).toContain('readonly Q: Json');
    expect(sets).toMatch(/^import type \{ Json \} from '@synod\/conformance';\n\nexport interface M/);
    expect(text('A', [[1]], ['Q'])).not.toContain('import');
  });

  it('does not know the names of parameters that nobody has named', () => {
    expect(text('A', [[1]])).toContain('readonly A: { readonly [parameter: string]: Json };');
    expect(text('A', [[]])).toContain('readonly A: Readonly<Record<string, never>>;');
    expect(text('V!A-1', [[1]], ['a'])).toContain("readonly 'V!A-1': { readonly a: 1 };");
  });
});
