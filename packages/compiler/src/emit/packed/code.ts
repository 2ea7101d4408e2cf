import type { Step } from './block.js';
import type { Write } from './effect.js';
import type { Layout } from './layout.js';
import { printBody } from './print/steps.js';
import { conjunction } from './symbolic/junction.js';
import { FALSE, type Forge, type Logic } from './symbolic/logic.js';

/** The text of a program while it is made, and the tables that it uses. */
export interface Code {
  readonly layout: Layout;
  readonly functions: string[];
  readonly tables: number[][];
  /** The index of a table by its entries. */
  readonly known: Map<string, number>;
}

export function newCode(layout: Layout): Code {
  return { layout, functions: [], tables: [], known: new Map() };
}

function tableIn(code: Code, entries: readonly number[]): string {
  const key = entries.join();
  let index = code.known.get(key);
  if (index === undefined) {
    index = code.tables.push([...entries]) - 1;
    code.known.set(key, index);
  }
  return `T${index}`;
}

/** V8 optimises functions of a moderate size only. */
const largest = 150;

function sizeOf(step: Step): number {
  return 'body' in step ? step.body.reduce((sum, inner) => sum + sizeOf(inner), 1) : 1;
}

/** Steps in pieces that are not too large. */
function pieces(steps: readonly Step[]): readonly (readonly Step[])[] {
  const all: Step[][] = [];
  let size = largest;
  for (const step of steps) {
    if (size >= largest) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(step);
    size += sizeOf(step);
  }
  return all;
}

/** Writes a function that emits successors. */
export function writeSuccessors(code: Code, name: string, steps: readonly Step[], fromState: boolean): void {
  const formals = fromState ? 's, at, emit, S, o' : 'emit, S, o';
  const names = pieces(steps).map((piece, index) => {
    const own = `${name}${index}`;
    const printer = { layout: code.layout, table: (entries: readonly number[]) => tableIn(code, entries) };
    code.functions.push(
      `function ${own}(${formals}) {\n  let k = 0;\n${printBody(printer, piece, fromState)}\n}`,
    );
    return own;
  });
  const start = Array.from({ length: code.layout.words }, (_, word) =>
    fromState ? `  S[${word}] = s[at + ${word}];` : `  S[${word}] = 0;`,
  );
  const calls = names.map((own) => `  ${own}(${formals});`);
  code.functions.push(`function ${name}(${formals}) {\n${[...start, ...calls].join('\n')}\n}`);
}

/** How many parts of a conjunction one function decides. */
const widest = 60;

/** Writes a function that says whether a formula holds, and breaks off where it has no value. @returns its name */
export function writePredicate(
  code: Code,
  forge: Forge,
  name: string,
  of: Logic,
  error: Logic,
  steps: boolean,
): string {
  const formals = steps ? 's, at, t, to' : 's, at';
  const printer = { layout: code.layout, table: (entries: readonly number[]) => tableIn(code, entries) };
  const write = (own: string, body: readonly Step[]): string => {
    code.functions.push(`function ${own}(${formals}) {\n${printBody(printer, body, true)}\n}`);
    return own;
  };
  const check: Step[] = error === FALSE ? [] : [{ kind: 'fail', when: error }];
  if (of.op !== 'and' || of.items.length <= widest) return write(name, [...check, { kind: 'return', of }]);
  const parts: string[] = [];
  if (error !== FALSE)
    parts.push(write(`${name}_0`, [...check, { kind: 'return', of: conjunction(forge, []) }]));
  for (let from = 0; from < of.items.length; from += widest) {
    const part = conjunction(forge, of.items.slice(from, from + widest));
    parts.push(write(`${name}_${parts.length}`, [{ kind: 'return', of: part }]));
  }
  const calls = parts.map((part) => `${part}(${formals})`);
  code.functions.push(`function ${name}(${formals}) {\n  return ${calls.join(' && ')};\n}`);
  return name;
}

/** Writes a function that writes words about a state to `S`, from `to` on. @returns its name */
export function writeValues(code: Code, name: string, writes: readonly Write[]): string {
  const printer = { layout: code.layout, table: (entries: readonly number[]) => tableIn(code, entries) };
  const steps = writes.map((write): Step => ({ kind: 'write', write }));
  code.functions.push(`function ${name}(s, at, S, to) {\n${printBody(printer, steps, true)}\n}`);
  return name;
}

/** All of it: `new Function('tables', 'MARK', text)` gives what `exported` names. */
export function programText(code: Code, title: string, exported: string): string {
  return [
    `// ${title}`,
    `'use strict';`,
    ...code.tables.map((_, index) => `const T${index} = tables[${index}];`),
    ...code.functions,
    `return { ${exported} };`,
  ].join('\n');
}
