import { type Lasso, unroll } from '@synod/liveness';
import type { StateGraph } from '@synod/spec';
import { key } from '@synod/tla';
import { asClaimed, type LiveResult, type LiveRow, liveExitCode } from '../live/result.js';
import type { TlcVerdict } from '../live/tlc.js';
import type { Colours } from './colours.js';
import { stateJson } from './json.js';
import { number, plainTable } from './table.js';

/** The models one after another: the table of each, then the lassos. */
export function liveText(results: readonly LiveResult[], colours: Colours): string {
  return results
    .map((result) =>
      [heading(result, colours), table(result, colours), ...lassos(result, colours)].join('\n\n'),
    )
    .join('\n\n\n');
}

function heading({ model, graph, seconds }: LiveResult, colours: Colours): string {
  const { LiveBallot, LiveQuorum } = model.parameters;
  const claim =
    LiveBallot === undefined || LiveQuorum === undefined
      ? 'LiveSpec => Success'
      : `LiveSpec(b, Q) => Success, for b = ${key(LiveBallot)} and Q = ${key(LiveQuorum)}`;
  const size = `${number(graph.size)} states and ${number(graph.targets.length)} steps of Spec`;
  return `${colours.bold(model.entry.name)}: ${claim}\n${size}, explored and searched in ${seconds.toFixed(1)} s`;
}

function table({ rows }: LiveResult, colours: Colours): string {
  const withTlc = rows.some(({ tlc }) => tlc !== undefined);
  const heads = ['dropped', 'its text', 'states', 'explorer', ...(withTlc ? ['TLC', "TLC's time"] : []), ''];
  const cells = rows.map((row) => [
    row.dropped?.name ?? 'nothing',
    row.dropped?.text ?? '',
    number(row.verdict.states),
    row.verdict.holds ? 'confirmed' : `refuted, lasso of ${count(lengthOf(row.verdict.lasso), 'state')}`,
    ...(row.tlc === undefined ? [] : [tlcText(row.tlc), `${row.tlc.seconds.toFixed(1)} s`]),
    asClaimed(row) ? colours.green('as claimed') : colours.red(complaint(row)),
  ]);
  return plainTable(heads, cells, colours);
}

function complaint({ dropped, expected, verdict, tlc }: LiveRow): string {
  if (tlc !== undefined && tlc.holds !== verdict.holds) return 'the two disagree';
  if (!expected) return dropped === undefined ? 'Success does not follow' : 'this conjunct is not needed';
  return 'the two count different states';
}

function tlcText(verdict: TlcVerdict): string {
  return verdict.holds
    ? `confirmed, ${count(verdict.states, 'state')}`
    : `refuted, lasso of ${count(verdict.length, 'state')}`;
}

const count = (length: number, what: string): string => `${number(length)} ${what}${length === 1 ? '' : 's'}`;

const lengthOf = (lasso: Lasso): number => 1 + lasso.prefix.length + Math.max(0, lasso.cycle.length - 1);

function lassos({ graph, rows }: LiveResult, colours: Colours): readonly string[] {
  return rows.flatMap(({ dropped, verdict }) => {
    if (verdict.holds) return [];
    const title =
      dropped === undefined
        ? 'With every conjunct, a behaviour that never reaches Success:'
        : `Without ${dropped.name}, a behaviour that never reaches Success:`;
    return [[colours.bold(title), ...lassoText(graph, verdict.lasso)].join('\n')];
  });
}

const line = (label: { readonly key: string }, index: number): string => `    ${index + 1}. ${label.key}`;

/** The steps of a lasso, the state where its cycle begins, and the cycle. */
function lassoText(graph: StateGraph, lasso: Lasso): readonly string[] {
  const { states, labels, backTo, stutters } = unroll(graph, lasso);
  const values = stateJson(namedValues(graph, states[backTo] as number));
  return [
    ...labels.slice(0, backTo).map(line),
    backTo === 0 ? '  in the initial state' : '  in the state',
    ...Object.entries(values).map(([variable, value]) => `    /\\ ${variable} = ${value}`),
    ...(stutters
      ? ['  it stays for ever']
      : ['  again and again', ...labels.slice(backTo).map((label, i) => line(label, backTo + i))]),
  ];
}

function namedValues(graph: StateGraph, state: number): Parameters<typeof stateJson>[0] {
  const values = graph.values(state);
  return Object.fromEntries(
    graph.variables.flatMap((name, i) => values.slice(i, i + 1).map((value) => [name, value])),
  );
}

/** The results for a program. Values of TLA+ are canonical text. */
export function liveJson(results: readonly LiveResult[]): string {
  const models = results.map(({ model, graph, rows, seconds }) => ({
    model: model.entry.name,
    module: model.entry.module,
    parameters: stateJson(model.parameters),
    states: graph.size,
    steps: graph.targets.length,
    seconds,
    rows: rows.map((row) => ({
      dropped: row.dropped?.name ?? null,
      text: row.dropped?.text ?? null,
      explorer: {
        holds: row.verdict.holds,
        states: row.verdict.states,
        avoiding: row.verdict.avoiding,
        ...(row.verdict.holds ? {} : { lasso: lassoJson(graph, row.verdict.lasso) }),
      },
      ...(row.tlc === undefined ? {} : { tlc: row.tlc }),
      asClaimed: asClaimed(row),
    })),
  }));
  return JSON.stringify({ format: 1, exitCode: liveExitCode(results), models }, undefined, 2);
}

function lassoJson(graph: StateGraph, lasso: Lasso): unknown {
  const { states, labels, backTo, stutters } = unroll(graph, lasso);
  return {
    states: states.map((state) => stateJson(namedValues(graph, state))),
    steps: labels.map(({ key: label }) => label),
    backTo,
    stutters,
  };
}
