import { type CoverageReport, type CoveredTrace, standardInput } from '@synod/conformance';
import { filesText, visible } from '@synod/conformance/text';
import { cfgOf } from '../open-foreign.js';
import type { CoverageOptions } from './options.js';

/** A line for each trace that counts nothing: why, and how to see more of it. */
export function uncountedLines(
  { traces }: Pick<CoverageReport, 'traces'>,
  options: CoverageOptions,
): readonly string[] {
  return traces.flatMap((told) => {
    const trace = visible(told);
    if (trace.verdict === 'conforms') return [];
    const reason = placed(trace);
    if (trace.verdict === 'could not tell') return [reason];
    return [`${reason}, and counts nothing; to see why: ${validateCommand(trace.files, options)}`];
  });
}

/** Why, with the files if the sentence does not name one itself. */
function placed({ files, reason = 'it could not be told', verdict }: CoveredTrace): string {
  const names = files.map((file) => (file === '-' ? standardInput : file));
  const said = verdict === 'diverges' && reason === '' ? 'it diverges' : reason;
  return names.some((name) => said.startsWith(`${name}:`)) ? said : `${filesText({ files: names })}: ${said}`;
}

/** The command line that explains a divergence, as a shell takes it. */
function validateCommand(files: readonly string[], options: CoverageOptions): string {
  const { model, graph, spec, log, variables, map, together } = options;
  const cfg = cfgOf(options);
  const named = Object.entries({ model, graph, spec, cfg, log, variables, map });
  const given = named.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, quoted(value)]));
  const last = [
    ...(graph === undefined && spec !== undefined ? ['--engine spec'] : []),
    ...(together === true ? ['--together'] : []),
  ];
  return ['synod validate', ...files.map(quoted), ...given, ...last].join(' ');
}

function quoted(text: string): string {
  if (/^[\w./:=@%+,-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** @returns 1 if a trace diverges or a threshold is missed, else 2 if a trace could not be told of, else 0 */
export function exitCode({ traces }: Pick<CoverageReport, 'traces'>, missed: readonly string[]): 0 | 1 | 2 {
  if (missed.length > 0 || traces.some(({ verdict }) => verdict === 'diverges')) return 1;
  return traces.some(({ verdict }) => verdict === 'could not tell') ? 2 : 0;
}
