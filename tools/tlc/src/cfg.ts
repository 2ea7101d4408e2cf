import { InputError } from '@synod/tla';
import { withoutComments } from './text.js';

/** `Value = {v1, v2}` or `Ballot <- SomeDefinition`. */
export interface CfgConstant {
  readonly name: string;
  readonly operator: '=' | '<-';
  readonly value: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What a TLC configuration file says. */
export interface Cfg {
  readonly constants: readonly CfgConstant[];
  /** The identifiers that stand in values and name no constant: model values that only the cfg knows. */
  readonly modelValues: readonly string[];
  /** All that stands after each other keyword, in order; a plural is filed under its singular. */
  readonly sections: { readonly [keyword: string]: readonly string[] };
}

interface Token {
  readonly text: string;
  readonly line: number;
}

const singular: { readonly [keyword: string]: string } = {
  CONSTANTS: 'CONSTANT',
  INVARIANTS: 'INVARIANT',
  PROPERTIES: 'PROPERTY',
  CONSTRAINTS: 'CONSTRAINT',
  ACTION_CONSTRAINTS: 'ACTION_CONSTRAINT',
};
const keywords: ReadonlySet<string> = new Set([
  ...Object.keys(singular),
  ...Object.values(singular),
  'INIT',
  'NEXT',
  'SPECIFICATION',
  'VIEW',
  'SYMMETRY',
  'CHECK_DEADLOCK',
  'ALIAS',
  'POSTCONDITION',
  'TYPE',
  'TYPE_CONSTRAINT',
]);

/**
 * Reads a cfg file.
 *
 * @param file how error messages name it
 * @throws InputError `wrong-cfg`
 */
export function readCfg(text: string, file: string): Cfg {
  const tokens = tokenize(text);
  const constants: CfgConstant[] = [];
  const sections: Record<string, string[]> = {};
  const words = new Set<string>();
  let keyword: string | undefined;
  for (let i = 0; i < tokens.length; ) {
    const { text: word, line } = tokens[i] as Token;
    if (keywords.has(word)) {
      keyword = singular[word] ?? word;
      sections[keyword] ??= [];
      i++;
    } else if (keyword === undefined) {
      throw new InputError('wrong-cfg', `a cfg begins with a keyword such as CONSTANTS, not with "${word}"`, {
        file,
        line,
      });
    } else if (keyword === 'CONSTANT') {
      const value = valueAfter(tokens, i, file);
      const operator = tokens[i + 1]?.text === '=' ? '=' : '<-';
      i += 2 + value.length;
      constants.push({ name: word, operator, value: join(value), line });
      if (operator === '=') for (const part of value) words.add(part);
    } else {
      sections[keyword]?.push(word);
      i++;
    }
  }
  const names = new Set(constants.map(({ name }) => name));
  const isModelValue = (word: string): boolean =>
    /^\w*[A-Za-z]\w*$/.test(word) && word !== 'TRUE' && word !== 'FALSE' && !names.has(word);
  return { constants, modelValues: [...words].filter(isModelValue), sections };
}

function tokenize(text: string): readonly Token[] {
  const code = withoutComments(text);
  const tokens: Token[] = [];
  code.split('\n').forEach((content, index) => {
    for (const match of content.matchAll(/"(?:[^"\\]|\\.)*"|<-|-?\d+(?!\w)|\w+|\S/g)) {
      tokens.push({ text: match[0], line: index + 1 });
    }
  });
  return tokens;
}

/** The tokens of the value that the constant at `at` gets: up to the next constant or keyword. */
function valueAfter(tokens: readonly Token[], at: number, file: string): readonly string[] {
  const { text: name, line } = tokens[at] as Token;
  const wrong = (what: string): InputError =>
    new InputError(
      'wrong-cfg',
      `the constant ${name} ${what}: write ${name} = value, or ${name} <- definition`,
      { file, line },
    );
  if (!isAssignment(tokens[at + 1])) throw wrong('is given no value');
  const value: string[] = [];
  let depth = 0;
  for (let i = at + 2; i < tokens.length; i++) {
    const { text } = tokens[i] as Token;
    if (keywords.has(text) || isAssignment(tokens[i + 1])) break;
    if (text === '{' || text === '[') depth++;
    if (text === '}' || text === ']') depth--;
    value.push(text);
  }
  if (value.length === 0 || depth !== 0) throw wrong('is given a value that does not end');
  return value;
}

function isAssignment(token: Token | undefined): boolean {
  return token?.text === '=' || token?.text === '<-';
}

function join(value: readonly string[]): string {
  return value.map((token) => (token === ',' ? ', ' : token)).join('');
}
