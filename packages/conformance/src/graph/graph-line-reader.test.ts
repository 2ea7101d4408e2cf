import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphLines } from './graph-lines.js';
import { readNdjsonGraph } from './read-ndjson.js';

const header = JSON.stringify({
  graph: 1,
  variables: ['n', 'msgs'],
  states: 3,
  initial: 1,
  steps: 4,
  parameters: true,
  exact: true,
  complete: true,
  modelValues: ['a1'],
});
const file: readonly string[] = [
  header,
  '{"state":0,"initial":true,"values":{"n":1,"msgs":{"#set":[]}}}',
  '{"state":1,"values":{"n":12,"msgs":{"#set":[{"acc":"a1","bal":1},{"acc":"a1","bal":12}]}}}',
  '{"state":2,"values":{"n":1,"msgs":{"#set":[{"#set":[1,"\\"],}"]},[[1],{"acc":"a1","bal":1}]]}}}',
  '{"from":0,"action":"Send","params":["a1",{"#set":[1]}],"to":1}',
  '{"from":1,"action":"Send","params":["a1",{"#set":[1]}],"to":2}',
  '{"from":2,"action":"Send","params":["a1",{"#set":[1]}],"to":0}',
  '{"from":1,"to":1}',
];

/** What is read of these lines, or what is wrong with them and where. */
async function outcome(lines: readonly string[]): Promise<unknown> {
  try {
    const exported = await readNdjsonGraph({ chunks: [lines.join('\n')], file: 'graph.ndjson' });
    const written = graphLines(exported);
    return [written.header, ...written.states(), ...written.steps()];
  } catch (error) {
    return { ...(error as object), message: (error as Error).message, cause: undefined };
  }
}

/** The same lines as no line of ours begins: each is parsed whole. */
const parsed = (lines: readonly string[]): readonly string[] => lines.map((line) => ` ${line}`);

const pieces = [
  '"',
  '\\',
  ',',
  '{',
  '}',
  '[',
  ']',
  ':',
  '0',
  '1',
  '-',
  '.5',
  ' ',
  'a1',
  '"from":1,',
  '"to":2',
];
const damage = fc.record({
  line: fc.integer({ min: 1, max: file.length - 1 }),
  at: fc.nat({ max: 110 }),
  cut: fc.nat({ max: 2 }),
  insert: fc.constantFrom(
    '',
    '',
    ...pieces,
    '"#set":',
    '"state":1,',
    '"initial":true,',
    '"\\u0061"',
    '{"#set":[',
  ),
});

describe('lines that are read without being parsed', () => {
  it('say what they say when they are parsed', async () => {
    const found = await outcome(file);
    expect(found).toHaveLength(file.length);
    expect(await outcome(parsed(file))).toEqual(found);
  });

  it('say the same, or are refused in the same words, when they are damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 2 }), async (damages) => {
        const lines = [...file];
        for (const { line, at, cut, insert } of damages) {
          const text = lines[line] as string;
          lines[line] = text.slice(0, at) + insert + text.slice(at + cut);
        }
        expect(await outcome(lines)).toEqual(await outcome(parsed(lines)));
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    ['a step that says twice where it comes from', '{"from":1,"action":"Send","from":0,"to":2}'],
    ['a state that says twice what a variable is', '{"state":3,"values":{"n":1,"n":2,"msgs":3}}'],
    ['a step to a state that is not there', '{"from":1,"action":"Send","params":["a1",{"#set":[1]}],"to":3}'],
    ['a set with more beside it', '{"state":3,"values":{"n":1,"msgs":{"#set":[1],"x":2}}}'],
    [
      'a value that is nested too deeply',
      `{"state":3,"values":{"n":1,"msgs":${'['.repeat(1100)}${']'.repeat(1100)}}}`,
    ],
    [
      'sets that are nested deeply',
      `{"state":3,"values":{"n":1,"msgs":${'{"#set":['.repeat(30)}${']}'.repeat(30)}}}`,
    ],
  ])('are parsed where they might mislead: %s', async (_, line) => {
    const lines = [...file, line];
    expect(await outcome(lines)).toEqual(await outcome(parsed(lines)));
  });
});
