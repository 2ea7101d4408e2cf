import type { Checked } from './options.js';
import { type Explored, otherFigures } from './result.js';
import { thousands } from './thousands.js';

/** The figures of an exploration, a line each. */
export function summaryText(explored: Explored): string {
  const { found, model, seconds, memory } = explored;
  const { engine, refusal, ignored } = model;
  const rate = seconds === 0 ? 0 : Math.round(found.distinct / seconds);
  const lines: readonly (readonly [string, string])[] = [
    ['states', `${thousands(found.distinct)}, ${thousands(found.generated)} generated, depth ${found.depth}`],
    ['checked', checkedText(explored)],
    ['time', `${seconds.toFixed(seconds < 10 ? 2 : 1)} s, ${thousands(rate)} states a second`],
    [
      'engine',
      engine.tier === 'packed'
        ? `packed: ${engine.width * 32} bits a state; ${threadsText(found.threads)}`
        : `values, ${threadsText(found.threads)}${refusal === undefined ? '' : `; not packed: ${refusal}`}`,
    ],
    ['memory', `${bytesText(found)}${thousands(Math.round(memory / 1e6))} MB in all`],
    ...ignored.map((what) => ['ignored', what] as const),
  ];
  return [outcomeText(explored), ...lines.map(([name, text]) => `  ${name.padEnd(9)}${text}`)].join('\n');
}

/** Of a few states, what is there from the beginning would be most of it. */
function bytesText({ bytes, distinct }: Explored['found']): string {
  return distinct < 10_000 ? '' : `${Math.round(bytes / distinct)} bytes a state, `;
}

function threadsText(threads: number): string {
  return threads === 1 ? 'one thread' : `${threads} threads`;
}

/** How it ended, in one line. */
export function outcomeText(explored: Explored): string {
  const { opened, found, symmetry, interrupted, timeout } = explored;
  const name = symmetry === undefined ? opened.root : `${opened.root} with ${symmetry}`;
  const other = otherFigures(explored);
  switch (found.ending.type) {
    case 'complete':
      return other === undefined ? `${name}: all states explored, nothing wrong` : `${name}: ${other}`;
    case 'limit':
      return `${name}: could not tell: there are more states than --limit`;
    case 'memory':
      return `${name}: could not tell: there is no memory for more states`;
    case 'cancelled':
      return interrupted || timeout === undefined
        ? `${name}: could not tell: interrupted`
        : `${name}: could not tell: not done after ${timeout} seconds`;
    case 'error':
      return `${name}: could not tell: a rule of TLA+ is broken`;
    case 'invariant':
    case 'property':
    case 'deadlock':
    case 'assumption':
      return `${name}: does not hold`;
  }
}

/** What was looked at, by name. */
function checkedText({ check, deadlock, model }: Explored): string {
  const { invariants, properties } = checkedNames(check, model);
  const parts = [
    ...(invariants.length === 0 ? [] : [`invariants ${invariants.join(', ')}`]),
    ...(properties.length === 0 ? [] : [`properties ${properties.join(', ')}`]),
    ...(deadlock ? ['deadlock'] : []),
  ];
  return parts.join('; ') || 'nothing';
}

/** The names of what was looked at. */
export function checkedNames(
  check: Checked,
  { engine }: Explored['model'],
): { readonly invariants: readonly string[]; readonly properties: readonly string[] } {
  return {
    invariants: check.invariants ? engine.invariants.map(({ name }) => name) : [],
    properties: check.refinement ? engine.properties.map(({ name }) => name) : [],
  };
}
