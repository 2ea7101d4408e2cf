import type { Emit, Step } from '../block.js';
import type { Write } from '../effect.js';
import type { Atom, Logic } from '../symbolic/logic.js';
import { hex, type Printer, printAtomHere, printHere, printIndex, printLogic } from './logic.js';
import { type Block, type Blocks, shareWithin } from './shared.js';

interface Writer {
  readonly p: Printer;
  readonly blocks: Blocks;
  readonly lines: string[];
  /** Whether successors are made from a state, or from nothing. */
  readonly fromState: boolean;
  /** Whether some steps are counted in `u` that lead to where they begin: they are told of at the end, all at once. */
  stays: boolean;
}

const staysTold: readonly string[] = [
  '  if (u !== 0) {',
  '    o.multiplicity = u;',
  '    emit(-1);',
  '    o.multiplicity = 1;',
  '  }',
];

/** Steps as the body of a function. Words of the states are read where they are used: `s0`, `t0`. */
export function printBody(
  printer: Omit<Printer, 'names'>,
  steps: readonly Step[],
  fromState: boolean,
): string {
  const p: Printer = { ...printer, names: new Map() };
  const w: Writer = { p, blocks: shareWithin(steps), lines: [], fromState, stays: false };
  block(w, steps, '  ', '');
  if (w.stays) w.lines.push(...staysTold);
  const text = w.lines.join('\n');
  const words = [...new Set(text.match(/\b[st]\d+\b/g))].sort(inOrder);
  const reads = words.map((word) => {
    const index = word.slice(1);
    const at = word.startsWith('s') ? 's[at' : 't[to';
    return `  const ${word} = ${at}${index === '0' ? '' : ` + ${index}`}];`;
  });
  return [...(w.stays ? ['  let u = 0;'] : []), ...reads, text].join('\n');
}

/** `s2` before `s10` before `t0`. Strings could be compared so too, but what knows of languages takes long to load. */
function inOrder(a: string, b: string): number {
  return a[0] === b[0] ? Number(a.slice(1)) - Number(b.slice(1)) : a < b ? -1 : 1;
}

function block(w: Writer, steps: readonly Step[], indent: string, factor: string): void {
  const { p, lines } = w;
  const { shared } = w.blocks.of.get(steps) as Block;
  for (const node of shared) lines.push(`${indent}const ${named(p, node)}`);
  for (const step of steps) printStep(w, step, indent, factor);
}

/** A declaration of what is shared; its name is used from now on. */
function named(p: Printer, node: Logic | Atom): string {
  const atom = 'source' in node;
  const text = atom ? printAtomHere(p, node) : printHere(p, node);
  const name = `${atom ? 'f' : 'b'}${p.names.size}`;
  p.names.set(node, name);
  return `${name} = ${text};`;
}

function printStep(w: Writer, step: Step, indent: string, factor: string): void {
  const { p, lines } = w;
  const inner = `${indent}  `;
  switch (step.kind) {
    case 'if':
      lines.push(`${indent}if (${printLogic(p, step.condition)}) {`);
      block(w, step.body, inner, factor);
      lines.push(`${indent}}`);
      return;
    case 'times': {
      const name = `n${lines.length}`;
      lines.push(`${indent}const ${name} = ${sum(p, step.ways)};`, `${indent}if (${name} !== 0) {`);
      block(w, step.body, inner, times(factor, name));
      lines.push(`${indent}}`);
      return;
    }
    case 'loop': {
      const opened = step.atoms.map(({ source, size }) => {
        const name = source.kind === 'choice' ? source.name : '';
        return `for (let ${name} = 0; ${name} < ${size}; ${name}++)`;
      });
      lines.push(`${indent}${opened.join(' ')} {`);
      block(w, step.body, inner, factor);
      lines.push(`${indent}}`);
      return;
    }
    case 'fail':
      lines.push(`${indent}if (${printLogic(p, step.when)}) throw MARK;`);
      return;
    case 'return':
      lines.push(`${indent}return ${printLogic(p, step.of)};`);
      return;
    case 'count':
      lines.push(`${indent}k += ${factor === '' ? '1' : factor};`);
      return;
    case 'write':
      lines.push(`${indent}S[to + ${step.write.word}] = ${printWrite(p, step.write, '0')};`);
      return;
    case 'emit':
      return printEmit(w, step, indent, factor);
    case 'tally':
      lines.push(`${indent}k = 0;`, `${indent}{`);
      block(w, step.body, inner, '');
      lines.push(`${indent}}`, `${indent}if (k !== 0) {`);
      printEmit(w, step.emit, inner, times(factor, 'k'));
      lines.push(`${indent}}`);
  }
}

function times(factor: string, by: string): string {
  return factor === '' ? by : `${factor} * ${by}`;
}

function sum(p: Printer, ways: readonly Logic[]): string {
  return ways.map((way) => `(${printLogic(p, way)} ? 1 : 0)`).join(' + ');
}

function printEmit(w: Writer, step: Emit, indent: string, factor: string): void {
  const { lines } = w;
  const unchanged = staying(w, step);
  if (unchanged === undefined) return printChange(w, step, indent, factor);
  w.stays = true;
  lines.push(`${indent}if (${unchanged}) u += ${factor === '' ? '1' : factor};`, `${indent}else {`);
  printChange(w, step, `${indent}  `, factor);
  lines.push(`${indent}}`);
}

/** When a successor without a label is the state that it comes from: where only known bits are written. */
function staying({ fromState }: Writer, { writes, label }: Emit): string | undefined {
  if (!fromState || label.atoms.length > 0 || label.numbers[0] !== -1) return undefined;
  if (writes.some(({ tables, conditions }) => tables.size + conditions.length > 0)) return undefined;
  const same = writes.map(({ word, clear, set }) => `(s${word} & ${hex(clear | set)}) === ${hex(set)}`);
  return same.length === 0 ? 'true' : same.join(' && ');
}

function printChange(w: Writer, { writes, label }: Emit, indent: string, factor: string): void {
  const { p, lines, fromState } = w;
  const base = (word: number): string => (fromState ? `s${word}` : '0');
  for (const write of writes)
    lines.push(`${indent}S[${write.word}] = ${printWrite(p, write, base(write.word))};`);
  const number =
    label.atoms.length === 0
      ? String(label.numbers[0])
      : `${p.table(label.numbers)}[${printIndex(p, label.atoms)}]`;
  const note = label.text === '' ? '' : ` // ${label.text}`;
  if (factor !== '') lines.push(`${indent}o.multiplicity = ${factor};`);
  lines.push(`${indent}emit(${number});${note}`);
  if (factor !== '') lines.push(`${indent}o.multiplicity = 1;`);
  for (const { word } of writes) lines.push(`${indent}S[${word}] = ${base(word)};`);
}

function printWrite(p: Printer, { clear, set, tables, conditions }: Write, base: string): string {
  const kept = clear === 0 || base === '0' ? base : `(${base} & ${hex(~clear)})`;
  const parts = [
    ...(kept === '0' ? [] : [kept]),
    ...(set === 0 ? [] : [hex(set)]),
    ...[...tables.values()].map(({ atoms, table }) => `${p.table([...table])}[${printIndex(p, atoms)}]`),
    ...conditions.map(({ when, mask }) => `(${printLogic(p, when)} ? ${hex(mask)} : 0)`),
  ];
  return parts.length === 0 ? '0' : parts.join(' | ');
}
