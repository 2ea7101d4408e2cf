import {
  equal,
  fromJson,
  key,
  parseActionLabel,
  parseConfig,
  parseErrorTrace,
  parseState,
  parseValue,
  readDot,
  readDump,
  readPrinted,
  readTransitions,
  resembles,
  splitTuple,
  stateReader,
  type TlaValue,
  toJson,
  tupleReader,
} from '../src/index.js';
import { parseJson } from '../src/parse-json.js';

/** One reader: what it is tried on, and the trial. */
export interface Target {
  readonly name: string;
  /** Names of the specimens it starts from, by their endings, and texts beside them. */
  readonly specimens: RegExp;
  readonly texts: readonly string[];
  /** Reads an input. Throws InputError for bad input; anything else is a find, broken promises included. */
  read(pieces: readonly (Uint8Array | string)[], text: string): Promise<void> | void;
}

/** What must hold of every value that was read, if it is not too large to be read again. */
function promise(value: TlaValue): void {
  const canonical = key(value);
  if (canonical.length > 5000) return;
  if (key(parseValue(canonical)) !== canonical) throw new Error(`reads back as another value: ${canonical}`);
  if (typeof toJson(value) === 'undefined') throw new Error(`has no JSON: ${canonical}`);
}

const values = [
  '[type |-> "1b", bal |-> 0, acc |-> a1, mbal |-> -1, mval |-> None]',
  '{[a |-> 1], [a |-> 2, b |-> "x\\"\\\\\\n"]}',
  '(a1 :> {<<0, v1>>} @@ a2 :> {})',
  '<<SUBSET 1..3, [1..2 -> {a, b}], ({1} \\X {2, 3}), [a: {1}, b: 1..2], -3..-1, TRUE>>',
  '(1 :> "a" @@ 2 :> "b")',
  '123456789012345678901',
];

/** Every reader of the package that takes text. */
export const targets: readonly Target[] = [
  {
    name: 'value',
    specimens: /^$/u,
    texts: values,
    read: (_, text) => promise(parseValue(text, { file: 'x', line: 3 })),
  },
  {
    name: 'state',
    specimens: /^$/u,
    texts: [
      `/\\ x = ${values[0]}\n/\\ y = ${values[1]}`,
      `x = ${values[2]}`,
      '/\\ m = { 1,\n  2 }\n/\\ s = "\\\\/"',
    ],
    read(_, text) {
      const components = parseState(text);
      const read = stateReader();
      const first = read(text);
      const again = read.entries(text);
      if (
        components.length !== first.length ||
        again.some(({ value }, i) => !equal(value, first[i] as TlaValue))
      ) {
        throw new Error('the second reading differs');
      }
    },
  },
  {
    name: 'dot',
    specimens: /\.dot$/u,
    texts: [],
    async read(pieces) {
      const read = stateReader();
      await readDot(
        pieces,
        {
          node: (_, text, __, { place }) => void read(text, place),
          edge: (_from, _to, label = 'A') => void parseActionLabel(label),
        },
        { alias: true },
      );
    },
  },
  {
    name: 'dump',
    specimens: /\.dump$/u,
    texts: [],
    async read(pieces) {
      const read = stateReader();
      await readDump(pieces, { state: (text, _, place) => void read(text, place) });
    },
  },
  {
    name: 'printed',
    specimens: /\.out$/u,
    texts: values.map((value) => `<<${value}, 1>>\n`),
    async read(pieces) {
      const read = tupleReader();
      const lines: [text: string, value: TlaValue][] = [];
      let text = '';
      await readPrinted(pieces, {
        text: (line) => void (text = line),
        value: (value) => void lines.push([text, value]),
      });
      for (const [line, value] of lines) {
        const elements = read(line).map((entry) => entry.value);
        if (splitTuple(line).length !== elements.length || !equal(value, elements)) {
          throw new Error(`a tuple taken apart differs: ${line}`);
        }
      }
    },
  },
  {
    name: 'transitions',
    specimens: /\.out$/u,
    texts: [],
    async read(pieces) {
      await readTransitions(pieces, { state: () => undefined, step: () => undefined });
    },
  },
  {
    name: 'config',
    specimens: /\.cfg$/u,
    texts: [
      'CONSTANTS A = {a, "b"} B <- [M] C (* x (* y *) *)\nINVARIANTS I J \\* k\nCHECK_DEADLOCK FALSE SYMMETRY S',
    ],
    read: (_, text) => Object.values(parseConfig(text, 'x.cfg').constants).forEach(promise),
  },
  {
    name: 'error-trace',
    specimens: /\.json$/u,
    texts: [],
    read(_, text) {
      for (const { values: state } of parseErrorTrace(text).states) {
        for (const json of Object.values(state)) resembles([1, 'a', [true]], json);
      }
    },
  },
  {
    name: 'json',
    specimens: /\.json$/u,
    texts: values.map((value) => JSON.stringify(toJson(parseValue(value)))),
    read(_, text) {
      const value = fromJson(parseJson(text));
      promise(value);
      if (!equal(fromJson(toJson(value)), value)) throw new Error('JSON comes back as another value');
    },
  },
];
